-- The user Grafana reads ClickHouse as: columns about nobody, and no more. Not one table that holds people, pseudonyms or figures of small groups
-- (activity_facts, presence_*, first_uses, session_facts, template_facts, roster, survey_answers, template_outcomes, kpi_rollups, rollups_by_kind, *_changes) can be read, from a panel or otherwise.
-- Change the password, and the database if yours isn't footlights; run it as a user with access management.

CREATE SETTINGS PROFILE IF NOT EXISTS footlights_grafana SETTINGS
    readonly = 2,
    max_execution_time = 30 MAX 60,
    max_memory_usage = 1000000000 MAX 2000000000,
    max_result_rows = 100000 MAX 100000;

CREATE USER IF NOT EXISTS footlights_grafana IDENTIFIED BY 'change-me' SETTINGS PROFILE 'footlights_grafana';

GRANT SELECT(slot, outcome, reason, shard, events, revision) ON footlights.event_ledger TO footlights_grafana;
GRANT SELECT(partition, offset, failed_at, reason, component, format) ON footlights.failed_events TO footlights_grafana;
GRANT SELECT(source, as_of) ON footlights.freshness TO footlights_grafana;
GRANT SELECT(check, entity, checked_at, teams, track, level, passed, revision) ON footlights.check_results TO footlights_grafana;
GRANT SHOW TABLES ON footlights.* TO footlights_grafana;
GRANT SELECT(database, table, active, rows, bytes_on_disk, modification_time) ON system.parts TO footlights_grafana;
GRANT SELECT(time_zone) ON system.time_zones TO footlights_grafana;
