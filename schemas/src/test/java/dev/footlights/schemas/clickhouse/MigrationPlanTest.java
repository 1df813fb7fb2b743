package dev.footlights.schemas.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MigrationPlanTest {
    private static final Migration FIRST = new Migration(1, "001_a.sql", "SELECT 1");
    private static final Migration SECOND = new Migration(2, "002_b.sql", "SELECT 2");

    private static AppliedMigration applied(Migration migration) {
        return new AppliedMigration(migration.version(), migration.file(), migration.checksum());
    }

    @Test
    void whatIsMissingIsPending() {
        assertThat(MigrationPlan.statuses(List.of(FIRST, SECOND), List.of(applied(FIRST))))
                .containsExactly(new MigrationStatus(FIRST, true), new MigrationStatus(SECOND, false));
    }

    @Test
    void aChangedFileIsRefused() {
        Migration changed = new Migration(1, "001_a.sql", "SELECT 100");

        assertThatThrownBy(() -> MigrationPlan.statuses(List.of(changed, SECOND), List.of(applied(FIRST))))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("001_a.sql")
                .hasMessageContaining("new file");
    }

    @Test
    void twoReleasesThatDisagreedAreRefused() {
        AppliedMigration other = new AppliedMigration(1, "001_a.sql", "0000");

        assertThatThrownBy(() -> MigrationPlan.statuses(List.of(FIRST), List.of(applied(FIRST), other)))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("001_a.sql");
    }

    @Test
    void aGapIsRefused() {
        assertThatThrownBy(() -> MigrationPlan.statuses(List.of(FIRST, SECOND), List.of(applied(SECOND))))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("001_a.sql");
    }

    @Test
    void whatANewerReleaseAddedIsLeftAlone() {
        assertThat(MigrationPlan.statuses(List.of(FIRST), List.of(applied(FIRST), applied(SECOND))))
                .containsExactly(new MigrationStatus(FIRST, true));
    }
}
