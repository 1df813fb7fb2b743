-- Who was where when, as it came in of late: who keeps presence in memory follows it, as it follows rollup_changes.

CREATE TABLE IF NOT EXISTS presence_changes
(
    changed_at DateTime64(3, 'UTC'),
    team LowCardinality(String),
    feature LowCardinality(String),
    slot DateTime('UTC'),
    actor UUID
)
ENGINE = MergeTree
PARTITION BY toStartOfHour(changed_at)
ORDER BY changed_at
TTL toDateTime(changed_at, 'UTC') + INTERVAL 6 HOUR
SETTINGS ttl_only_drop_parts = 1;

CREATE MATERIALIZED VIEW IF NOT EXISTS presence_changes_of_activity TO presence_changes AS
SELECT DISTINCT now64(3, 'UTC') AS changed_at, team, feature, slot, actor
FROM activity_facts
WHERE events > 0;
