package dev.footlights.schemas.clickhouse;

/**
 * A migration that a database has.
 *
 * @param version its number
 * @param file its name at the time
 * @param checksum of its text at the time
 */
record AppliedMigration(int version, String file, String checksum) {}
