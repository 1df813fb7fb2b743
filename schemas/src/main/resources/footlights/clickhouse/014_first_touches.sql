-- When people first touched what in each month, so that a funnel over a year need not read each fact. Earliest times only sink, so
-- repeated and shuffled delivery changes nothing, and a row that isn't merged yet tells no lie: reading needs no FINAL.

CREATE TABLE IF NOT EXISTS first_touches
(
    team LowCardinality(String),
    feature LowCardinality(String),
    action LowCardinality(String),
    month Date COMMENT 'first day, UTC',
    actor UUID,
    first_at SimpleAggregateFunction(min, DateTime64(3, 'UTC'))
)
ENGINE = AggregatingMergeTree
ORDER BY (team, feature, action, month, actor);

CREATE MATERIALIZED VIEW IF NOT EXISTS first_touches_of_activity TO first_touches AS
SELECT team, feature, action, toStartOfMonth(day) AS month, actor, min(first_at) AS first_at
FROM (SELECT team, feature, action, day, actor, first_at FROM activity_facts WHERE events > 0)
GROUP BY team, feature, action, month, actor;

-- What was there before the view.

INSERT INTO first_touches
SELECT team, feature, action, toStartOfMonth(day) AS month, actor, min(first_at)
FROM (SELECT team, feature, action, day, actor, first_at FROM activity_facts WHERE events > 0)
GROUP BY team, feature, action, month, actor;
