-- Rollups in the order in which they are asked for: one kind of period, some teams, a stretch of time. kpi_rollups is cut into months, so that a
-- year of one team lies in twelve places; here it lies in one, with small steps in the index. Derived as rollups are inserted.

CREATE TABLE IF NOT EXISTS rollups_by_kind
(
    period_kind LowCardinality(String) COMMENT 'hour, day, week, month in the reporting zone',
    team LowCardinality(String),
    feature LowCardinality(String) COMMENT '* for all features',
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
    opened_searches UInt64,
    sessions UInt64,
    revision UInt64
)
ENGINE = ReplacingMergeTree(revision)
PARTITION BY (
    period_kind,
    multiIf(period_kind = 'hour', toYYYYMM(period_start), period_kind = 'day', toYear(period_start) * 10 + toQuarter(period_start), toYear(period_start)))
ORDER BY (period_kind, team, feature, period_start, shard)
SETTINGS index_granularity = 1024;

CREATE MATERIALIZED VIEW IF NOT EXISTS rollups_by_kind_of_rollups TO rollups_by_kind AS
SELECT
    period_kind, team, feature, period_start, shard, active_users, new_users, events, views, interactions, template_runs,
    saved_micro_minutes, searches, zero_result_searches, opened_searches, sessions, revision
FROM kpi_rollups;

-- What was there before the view; of a row that comes twice the table keeps one.

INSERT INTO rollups_by_kind
SELECT
    period_kind, team, feature, period_start, shard, active_users, new_users, events, views, interactions, template_runs,
    saved_micro_minutes, searches, zero_result_searches, opened_searches, sessions, revision
FROM kpi_rollups;
