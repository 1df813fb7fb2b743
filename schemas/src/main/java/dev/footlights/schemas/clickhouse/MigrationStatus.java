package dev.footlights.schemas.clickhouse;

/**
 * How one migration stands in a database.
 *
 * @param migration of this release
 * @param applied whether the database has it
 */
public record MigrationStatus(Migration migration, boolean applied) {}
