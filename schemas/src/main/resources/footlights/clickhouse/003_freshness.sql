-- How fresh the figures are: every event received before as_of is in the tables.

CREATE TABLE IF NOT EXISTS freshness
(
    source String,
    as_of DateTime64(3, 'UTC')
)
ENGINE = ReplacingMergeTree(as_of)
ORDER BY source;
