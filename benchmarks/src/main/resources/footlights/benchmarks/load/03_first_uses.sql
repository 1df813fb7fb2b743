INSERT INTO first_uses
SELECT team, arrayJoin([toString(feature), '*']) AS used, actor, min(first_at), 1
FROM activity_facts
GROUP BY team, used, actor;
