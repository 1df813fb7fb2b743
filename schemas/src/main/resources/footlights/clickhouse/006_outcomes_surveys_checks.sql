-- What other tools and people tell beside using the portal.

CREATE TABLE IF NOT EXISTS template_outcomes
(
    task String COMMENT 'the scaffolder''s task id',
    template String COMMENT 'entity ref',
    actor UUID COMMENT 'who ran it; all zero when not said',
    teams Array(LowCardinality(String)) COMMENT 'as of events: own groups, all ancestors and org',
    outcome LowCardinality(String) COMMENT 'completed, failed or cancelled',
    finished_at DateTime64(3, 'UTC'),
    revision UInt64 COMMENT 'milliseconds of receivedAt'
)
ENGINE = ReplacingMergeTree(revision)
ORDER BY task;

CREATE TABLE IF NOT EXISTS survey_answers
(
    survey LowCardinality(String),
    question LowCardinality(String),
    actor UUID,
    answered_at DateTime64(3, 'UTC'),
    event_id String,
    teams Array(LowCardinality(String)),
    score Nullable(Float64) COMMENT 'of a five-point or NPS question',
    answer String COMMENT 'of a free-text question'
)
ENGINE = ReplacingMergeTree
ORDER BY (survey, question, actor, answered_at, event_id);

CREATE TABLE IF NOT EXISTS check_results
(
    check LowCardinality(String),
    entity String COMMENT 'entity ref',
    checked_at DateTime64(3, 'UTC'),
    teams Array(LowCardinality(String)) COMMENT 'the owning group, all its ancestors and org',
    track LowCardinality(String),
    level LowCardinality(String),
    fact String COMMENT 'the value that was checked, as text',
    passed UInt8,
    revision UInt64 COMMENT 'milliseconds of receivedAt'
)
ENGINE = ReplacingMergeTree(revision)
ORDER BY (check, entity, checked_at);

CREATE TABLE IF NOT EXISTS annotations
(
    id String,
    title String,
    kind LowCardinality(String) COMMENT 'demo, hackathon, talk, training, release or other',
    first_day Date,
    last_day Date,
    teams Array(String) COMMENT 'invited; none for everybody',
    features Array(String) COMMENT 'it is about; none for all',
    note String,
    link String,
    deleted UInt8,
    revision UInt64 COMMENT 'milliseconds of the change'
)
ENGINE = ReplacingMergeTree(revision)
ORDER BY id;
