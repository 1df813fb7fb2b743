-- Searches after which a result was opened.

ALTER TABLE activity_facts ADD COLUMN IF NOT EXISTS opened_searches UInt64 AFTER zero_result_searches;

ALTER TABLE kpi_rollups ADD COLUMN IF NOT EXISTS opened_searches UInt64 AFTER zero_result_searches;
