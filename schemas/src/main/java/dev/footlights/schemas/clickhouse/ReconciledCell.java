package dev.footlights.schemas.clickhouse;

import java.time.Instant;

/**
 * One period of one feature, within a team.
 *
 * @param feature {@code *} for all
 * @param kind hour, day, week or month
 */
record ReconciledCell(String feature, String kind, Instant start) {}
