-- Who was where when, once per person, derived from activity as it is inserted. Bits only ever add up (OR) and earliest times only sink, so
-- repeated and shuffled delivery changes nothing, and a row that isn't merged yet tells no lie: reading needs no FINAL.

CREATE TABLE IF NOT EXISTS presence_days
(
    team LowCardinality(String),
    feature LowCardinality(String) COMMENT '* for all features',
    day Date COMMENT 'UTC',
    actor UUID,
    early SimpleAggregateFunction(groupBitOr, UInt64) COMMENT 'a bit for each quarter hour from 00:00 to 11:45',
    late SimpleAggregateFunction(groupBitOr, UInt64) COMMENT 'a bit for each quarter hour from 12:00 to 23:45',
    first_at SimpleAggregateFunction(min, DateTime64(3, 'UTC'))
)
ENGINE = AggregatingMergeTree
PARTITION BY toYYYYMM(day)
ORDER BY (team, feature, day, actor);

CREATE TABLE IF NOT EXISTS presence_months
(
    team LowCardinality(String),
    feature LowCardinality(String) COMMENT '* for all features',
    month Date COMMENT 'first day, UTC',
    actor UUID,
    days SimpleAggregateFunction(groupBitOr, UInt32) COMMENT 'a bit for each day, the first in bit 0'
)
ENGINE = AggregatingMergeTree
ORDER BY (team, feature, month, actor);

CREATE MATERIALIZED VIEW IF NOT EXISTS presence_days_of_activity TO presence_days AS
SELECT
    team,
    arrayJoin([toString(feature), '*']) AS feature,
    day,
    actor,
    groupBitOr(if(quarter < 48, bitShiftLeft(toUInt64(1), quarter % 48), 0)) AS early,
    groupBitOr(if(quarter < 48, 0, bitShiftLeft(toUInt64(1), quarter % 48))) AS late,
    min(first_at) AS first_at
FROM
(
    SELECT team, feature, day, actor, first_at, intDiv(toUnixTimestamp(slot) % 86400, 900) AS quarter
    FROM activity_facts
    WHERE events > 0
)
GROUP BY team, feature, day, actor;

CREATE MATERIALIZED VIEW IF NOT EXISTS presence_months_of_activity TO presence_months AS
SELECT
    team,
    arrayJoin([toString(feature), '*']) AS feature,
    toStartOfMonth(day) AS month,
    actor,
    groupBitOr(bitShiftLeft(toUInt32(1), toDayOfMonth(day) - 1)) AS days
FROM (SELECT team, feature, day, actor FROM activity_facts WHERE events > 0)
GROUP BY team, feature, month, actor;

-- What was there before the views.

INSERT INTO presence_days
SELECT
    team,
    arrayJoin([toString(feature), '*']) AS feature,
    day,
    actor,
    groupBitOr(if(quarter < 48, bitShiftLeft(toUInt64(1), quarter % 48), 0)),
    groupBitOr(if(quarter < 48, 0, bitShiftLeft(toUInt64(1), quarter % 48))),
    min(first_at)
FROM
(
    SELECT team, feature, day, actor, first_at, intDiv(toUnixTimestamp(slot) % 86400, 900) AS quarter
    FROM activity_facts
    WHERE events > 0
)
GROUP BY team, feature, day, actor;

INSERT INTO presence_months
SELECT
    team,
    arrayJoin([toString(feature), '*']) AS feature,
    toStartOfMonth(day) AS month,
    actor,
    groupBitOr(bitShiftLeft(toUInt32(1), toDayOfMonth(day) - 1))
FROM (SELECT team, feature, day, actor FROM activity_facts WHERE events > 0)
GROUP BY team, feature, month, actor;
