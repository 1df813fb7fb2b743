-- Facts: absolute values per key. The highest revision of a key wins, so delivery may repeat and shuffle rows freely.
-- Read sums with FINAL; distinct people need none, since a row of activity is never taken back.

CREATE TABLE IF NOT EXISTS activity_facts
(
    team LowCardinality(String),
    day Date COMMENT 'UTC day of the slot',
    feature LowCardinality(String),
    slot DateTime('UTC') COMMENT 'start of the quarter hour, so that any reporting zone can be cut',
    item String,
    action LowCardinality(String),
    actor UUID,
    import_id LowCardinality(String),
    attribution UInt64 COMMENT 'hash of the whole team set: a person who changes teams within a slot has two rows',
    events UInt64,
    views UInt64,
    interactions UInt64,
    template_runs UInt64,
    saved_micro_minutes Int64,
    searches UInt64,
    zero_result_searches UInt64,
    first_at DateTime64(3, 'UTC'),
    last_at DateTime64(3, 'UTC'),
    revision UInt64
)
ENGINE = ReplacingMergeTree(revision)
PARTITION BY toYYYYMM(day)
ORDER BY (team, day, feature, slot, item, action, actor, import_id, attribution);

CREATE TABLE IF NOT EXISTS first_uses
(
    team LowCardinality(String),
    feature LowCardinality(String) COMMENT '* for any feature',
    actor UUID,
    first_at DateTime64(3, 'UTC'),
    revision UInt64
)
ENGINE = ReplacingMergeTree(revision)
ORDER BY (team, feature, actor);

CREATE TABLE IF NOT EXISTS session_facts
(
    month UInt32 COMMENT 'yyyymm of the start first seen; fixed, so that a key never changes its partition',
    actor UUID,
    session String,
    import_id LowCardinality(String),
    teams Array(LowCardinality(String)),
    features Array(LowCardinality(String)),
    started_at DateTime64(3, 'UTC'),
    ended_at DateTime64(3, 'UTC'),
    events UInt64,
    views UInt64,
    merged UInt8 COMMENT '1 once it has become part of another session',
    revision UInt64
)
ENGINE = ReplacingMergeTree(revision)
PARTITION BY month
ORDER BY (month, actor, session, import_id);

CREATE TABLE IF NOT EXISTS kpi_rollups
(
    team LowCardinality(String),
    feature LowCardinality(String) COMMENT '* for all features',
    period_kind LowCardinality(String) COMMENT 'hour, day, week, month in the reporting zone',
    period_start DateTime('UTC'),
    shard UInt16 COMMENT 'partition of the events; sum over shards for the figure',
    active_users UInt64,
    new_users Int64,
    events UInt64,
    views UInt64,
    interactions UInt64,
    template_runs UInt64,
    saved_micro_minutes Int64,
    searches UInt64,
    zero_result_searches UInt64,
    sessions UInt64,
    revision UInt64
)
ENGINE = ReplacingMergeTree(revision)
PARTITION BY toYYYYMM(period_start)
ORDER BY (team, period_kind, feature, period_start, shard);
