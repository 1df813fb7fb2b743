-- One month of use. Two working days in three a person comes by, looks at ten things and does about three acts with each; what somebody
-- uses at all differs from person to person. The same numbers make the same facts.
INSERT INTO activity_facts
SELECT
    arrayJoin(['group:default/team-' || toString(intDiv(person, 50)), 'group:default/department-' || toString(intDiv(person, 500)), 'org']) AS team,
    day,
    feature,
    slot,
    item,
    action,
    reinterpret(sipHash128('person', person), 'UUID') AS actor,
    '' AS import_id,
    intDiv(person, 50) AS attribution,
    acts AS events,
    if(action = 'navigate', least(acts, 2), 0) AS views,
    if(action IN ('navigate', 'search'), 0, acts) AS interactions,
    if(action = 'create', acts, 0) AS template_runs,
    template_runs * 30000000 AS saved_micro_minutes,
    if(action = 'search', acts, 0) AS searches,
    if(action = 'search' AND endsWith(item, '7'), acts, 0) AS zero_result_searches,
    if(action = 'search' AND NOT endsWith(item, '7'), intDiv(acts, 2), 0) AS opened_searches,
    toDateTime64(slot, 3, 'UTC') + 60 AS first_at,
    first_at + 600 AS last_at,
    1 AS revision
FROM
(
    SELECT person, day, feature, slot, item, action, sum(1 + dice % 5) AS acts
    FROM
    (
        SELECT
            person,
            day,
            cityHash64(person, day, visit) AS dice,
            toDateTime(day, 'UTC') + 28800 + (bitShiftRight(dice, 4) % 40) * 900 AS slot,
            bitShiftRight(dice, 12) % 100 AS wish,
            multiIf(wish < 30, 'software-catalog', wish < 48, 'search', wish < 62, 'techdocs', wish < 72, 'templates', wish < 79, 'api-docs',
                wish < 85, 'ci-cd', wish < 90, 'kubernetes', wish < 94, 'home', wish < 96, 'code-quality', wish < 97, 'cost',
                wish < 98, 'tech-radar', wish < 99, 'notifications', 'user-settings') AS wanted,
            if(wish < 48 OR cityHash64(person, wanted) % 100 < 45, wanted, 'software-catalog') AS feature,
            multiIf(feature = 'search', 'search', feature != 'templates', if(bitShiftRight(dice, 20) % 10 < 7, 'navigate', 'click'),
                bitShiftRight(dice, 20) % 10 < 6, 'open', bitShiftRight(dice, 20) % 10 < 8, 'step-1', 'create') AS action,
            if(feature = 'templates', 'template:default/', '') || feature || '-' || toString(toUInt32(pow(200, (bitShiftRight(dice, 28) % 1000) / 1000))) AS item
        FROM
        (
            SELECT number % {people:UInt32} AS person, {month:Date} + intDiv(number, {people:UInt32}) AS day
            FROM numbers({people:UInt32} * toUInt64(least(addMonths({month:Date}, 1), {end:Date}) - {month:Date}))
            WHERE day >= {first:Date}
                AND cityHash64('comes', person, day) % 100 < if(toDayOfWeek(day) > 5, 4, 45 + person % 40)
        )
        ARRAY JOIN range(10) AS visit
    )
    GROUP BY person, day, feature, slot, item, action
);
