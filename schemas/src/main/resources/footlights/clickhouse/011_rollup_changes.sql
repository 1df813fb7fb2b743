-- Which days, weeks and months have changed of late: who keeps rollups in memory follows it. Each insert has one moment, that at which
-- it began; its rows are found by it. Kept for some hours, in parts that are dropped as a whole.

CREATE TABLE IF NOT EXISTS rollup_changes
(
    changed_at DateTime64(3, 'UTC'),
    period_kind LowCardinality(String),
    team LowCardinality(String),
    feature LowCardinality(String),
    period_start DateTime('UTC'),
    shard UInt16,
    revision UInt64
)
ENGINE = MergeTree
PARTITION BY toStartOfHour(changed_at)
ORDER BY changed_at
TTL toDateTime(changed_at, 'UTC') + INTERVAL 6 HOUR
SETTINGS ttl_only_drop_parts = 1;

CREATE MATERIALIZED VIEW IF NOT EXISTS rollup_changes_of_rollups TO rollup_changes AS
SELECT now64(3, 'UTC') AS changed_at, period_kind, team, feature, period_start, shard, revision
FROM kpi_rollups
WHERE period_kind != 'hour';
