-- A session before and one after noon.
INSERT INTO session_facts
SELECT
    toYYYYMM(min(first_at)),
    actor,
    toString(day) || if(slot < toDateTime(day, 'UTC') + 43200, 'a', 'b') AS session,
    '',
    ['group:default/team-' || toString(any(attribution)), 'group:default/department-' || toString(intDiv(any(attribution), 10)), 'org'],
    groupUniqArray(feature),
    min(first_at),
    max(last_at),
    sum(events),
    sum(views),
    0,
    1
FROM activity_facts
WHERE team = 'org' AND day >= {month:Date} AND day < addMonths({month:Date}, 1)
GROUP BY actor, day, session;
