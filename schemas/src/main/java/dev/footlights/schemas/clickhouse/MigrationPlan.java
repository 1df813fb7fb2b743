package dev.footlights.schemas.clickhouse;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Decides from what a release brings and what a database has what is to be done. Pure. */
final class MigrationPlan {
    private MigrationPlan() {}

    /**
     * Every migration of the release with its standing. What a newer release has added to the database beyond them is left alone: its
     * tables are made so that this release can go on beside it.
     *
     * @throws MigrationException when a file changed after it was applied, was applied twice with different texts, or was left out
     */
    static List<MigrationStatus> statuses(List<Migration> release, List<AppliedMigration> database) {
        Map<Integer, List<AppliedMigration>> applied =
                database.stream().collect(Collectors.groupingBy(AppliedMigration::version));
        int newest = applied.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
        return release.stream().map(status(applied, newest)).toList();
    }

    private static Function<Migration, MigrationStatus> status(
            Map<Integer, List<AppliedMigration>> applied, int newest) {
        return migration -> {
            List<AppliedMigration> rows = applied.getOrDefault(migration.version(), List.of());
            for (AppliedMigration row : rows) {
                requireSame(migration, row);
            }
            if (rows.isEmpty() && migration.version() < newest) {
                throw new MigrationException("migration " + migration.file()
                        + " was never applied, though number " + newest
                        + " was: the database has a gap; restore it from a backup or begin with an empty one");
            }
            return new MigrationStatus(migration, !rows.isEmpty());
        };
    }

    private static void requireSame(Migration migration, AppliedMigration row) {
        if (!row.checksum().equals(migration.checksum())) {
            throw new MigrationException("migration " + migration.file() + " differs from " + row.file()
                    + " that was applied to this database (checksum " + migration.checksum() + ", applied "
                    + row.checksum() + "): take the change back and put it into a new file");
        }
    }
}
