-- What is sent to people, and what they want no more of. No mail address is kept, only a keyed hash.

CREATE TABLE IF NOT EXISTS deliveries
(
    delivery String COMMENT 'keyed hash of kind, subject, team and recipient: what must not be delivered twice',
    attempt UInt16,
    token String COMMENT 'of the run that writes',
    event LowCardinality(String) COMMENT 'claimed, withdrawn, delivered, failed, refused, unknown or again',
    at DateTime64(6, 'UTC') COMMENT 'by this server''s clock',
    retry_at DateTime64(6, 'UTC') COMMENT 'when another attempt may be made',
    kind LowCardinality(String) COMMENT 'report or alert',
    subject String COMMENT 'the week, or the alert and its period',
    team String,
    channel LowCardinality(String) COMMENT 'mail, webhook or folder',
    recipient String COMMENT 'name of a channel, or keyed hash of an address',
    detail String
)
ENGINE = ReplacingMergeTree
ORDER BY (delivery, attempt, token, event, at);

CREATE TABLE IF NOT EXISTS report_stops
(
    address String COMMENT 'keyed hash',
    what String COMMENT 'the digest of a team, or alerts',
    stopped UInt8,
    revision UInt64 COMMENT 'milliseconds of the change'
)
ENGINE = ReplacingMergeTree(revision)
ORDER BY (address, what);

CREATE TABLE IF NOT EXISTS alert_states
(
    rule String,
    state LowCardinality(String) COMMENT 'ok, firing or cannot-tell',
    period String COMMENT 'in which the state began',
    since DateTime64(3, 'UTC'),
    told UInt8 COMMENT '1 once the firing was handed to delivery',
    revision UInt64 COMMENT 'milliseconds of the change'
)
ENGINE = ReplacingMergeTree(revision)
ORDER BY rule;

CREATE TABLE IF NOT EXISTS alert_mutes
(
    rule String,
    until DateTime64(3, 'UTC') COMMENT 'not in the future: not muted',
    changed_by String,
    revision UInt64 COMMENT 'milliseconds of the change'
)
ENGINE = ReplacingMergeTree(revision)
ORDER BY rule;
