-- Departments of ten teams, teams of fifty people; a tenth of them joined within the days.
INSERT INTO teams (team, title, parent, kind, active, revision)
SELECT 'org', 'Organisation', '', 'organisation', 1, 1
UNION ALL
SELECT 'group:default/department-' || toString(number), 'Department ' || toString(number), 'org', 'department', 1, 1
FROM numbers(toUInt64(ceil({people:UInt32} / 500)))
UNION ALL
SELECT
    'group:default/team-' || toString(number), 'Team ' || toString(number),
    'group:default/department-' || toString(intDiv(number, 10)), 'team', 1, 1
FROM numbers(toUInt64(ceil({people:UInt32} / 50)));

INSERT INTO roster (actor, own_teams, teams, joined_at, active, revision)
SELECT
    reinterpret(sipHash128('person', number), 'UUID'),
    ['group:default/team-' || toString(intDiv(number, 50))],
    ['group:default/team-' || toString(intDiv(number, 50)), 'group:default/department-' || toString(intDiv(number, 500)), 'org'],
    if(number % 10 = 0, toDateTime64({first:Date} + number % {days:UInt32}, 3, 'UTC'), NULL),
    1,
    1
FROM numbers({people:UInt32});
