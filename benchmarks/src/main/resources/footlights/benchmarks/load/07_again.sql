-- The periods of the last two days, as they are written again and again while events come.
INSERT INTO kpi_rollups
SELECT * REPLACE (revision + 1 AS revision)
FROM kpi_rollups FINAL
WHERE period_start >= multiIf(
    period_kind = 'month', toDateTime(toStartOfMonth({end:Date} - 1), 'UTC'),
    period_kind = 'week', toDateTime(toMonday({end:Date} - 1), 'UTC'),
    toDateTime({end:Date} - 2, 'UTC'));

INSERT INTO activity_facts
SELECT * REPLACE (revision + 1 AS revision)
FROM activity_facts FINAL
WHERE day >= {end:Date} - 2;
