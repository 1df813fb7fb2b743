-- Who belongs where now, for headcounts and names.

CREATE TABLE IF NOT EXISTS roster
(
    actor UUID,
    own_teams Array(LowCardinality(String)),
    teams Array(LowCardinality(String)) COMMENT 'own groups, all ancestors and org',
    joined_at Nullable(DateTime64(3, 'UTC')),
    active UInt8,
    revision UInt64 COMMENT 'milliseconds of updatedAt'
)
ENGINE = ReplacingMergeTree(revision)
ORDER BY actor;

CREATE TABLE IF NOT EXISTS teams
(
    team String,
    title String,
    parent String COMMENT 'org for a top group, empty for org',
    kind LowCardinality(String),
    active UInt8,
    revision UInt64
)
ENGINE = ReplacingMergeTree(revision)
ORDER BY team;
