-- Facts about templates once more, by themselves and in the order in which they are asked for: all of them are a few in a hundred of
-- all facts, and lie scattered among these. Derived as facts are inserted.

CREATE TABLE IF NOT EXISTS template_facts
(
    team LowCardinality(String),
    template LowCardinality(String),
    action LowCardinality(String),
    day Date COMMENT 'UTC day of the slot',
    actor UUID,
    slot DateTime('UTC'),
    feature LowCardinality(String),
    import_id LowCardinality(String),
    attribution UInt64,
    events UInt64,
    template_runs UInt64,
    saved_micro_minutes Int64,
    last_at DateTime64(3, 'UTC'),
    revision UInt64
)
ENGINE = ReplacingMergeTree(revision)
PARTITION BY toYYYYMM(day)
ORDER BY (team, template, action, day, actor, slot, feature, import_id, attribution);

CREATE MATERIALIZED VIEW IF NOT EXISTS template_facts_of_activity TO template_facts AS
SELECT
    team, item AS template, action, day, actor, slot, feature, import_id, attribution, events, template_runs, saved_micro_minutes, last_at, revision
FROM activity_facts
WHERE position(item, 'template:') = 1;

-- What was there before the view; of a row that comes twice the table keeps one.

INSERT INTO template_facts
SELECT
    team, item AS template, action, day, actor, slot, feature, import_id, attribution, events, template_runs, saved_micro_minutes, last_at, revision
FROM activity_facts
WHERE position(item, 'template:') = 1;
