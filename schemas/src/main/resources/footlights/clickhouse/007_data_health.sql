-- The books: what became of every event.

CREATE TABLE IF NOT EXISTS event_ledger
(
    slot DateTime('UTC') COMMENT 'quarter hour of receivedAt',
    outcome LowCardinality(String) COMMENT 'accepted, folded, duplicate, late or unusable',
    reason LowCardinality(String) COMMENT 'of late and unusable ones, as in failed events',
    shard UInt16 COMMENT 'partition of the events; sum over shards',
    events UInt64,
    revision UInt64
)
ENGINE = ReplacingMergeTree(revision)
ORDER BY (slot, outcome, reason, shard);

CREATE TABLE IF NOT EXISTS failed_events
(
    partition UInt32 COMMENT 'of the topic; with the offset it names the record',
    offset UInt64,
    failed_at DateTime64(3, 'UTC'),
    reason LowCardinality(String),
    component LowCardinality(String),
    format LowCardinality(String)
)
ENGINE = ReplacingMergeTree
ORDER BY (partition, offset);
