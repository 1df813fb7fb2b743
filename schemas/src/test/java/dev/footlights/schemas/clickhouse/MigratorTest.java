package dev.footlights.schemas.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footlights.local.clickhouse.EmbeddedClickHouse;
import dev.footlights.local.clickhouse.SharedClickHouse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On the real engine. */
class MigratorTest {
    private static final EmbeddedClickHouse CLICK_HOUSE = SharedClickHouse.get();

    private static Migrator migrator(String database) {
        return new Migrator(CLICK_HOUSE.jdbcUrl(database), "", "");
    }

    private static List<String> column(String database, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(CLICK_HOUSE.jdbcUrl(database));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    @Test
    void bringsAnEmptyServerToThisReleaseOnce() throws SQLException {
        // Given
        Migrator migrator = migrator("fresh");
        assertThat(migrator.status()).noneMatch(MigrationStatus::applied);
        // When
        List<Migration> first = migrator.migrate();
        List<Migration> second = migrator.migrate();
        // Then
        assertThat(first).isEqualTo(MigrationFiles.load());
        assertThat(second).isEmpty();
        assertThat(migrator.status()).allMatch(MigrationStatus::applied);
        assertThat(column("fresh", "SELECT name FROM system.tables WHERE database = 'fresh'"))
                .contains(
                        "activity_facts", "first_uses", "session_facts", "kpi_rollups", "roster", "teams", "freshness");
    }

    @Test
    void statusChangesNothing() throws SQLException {
        migrator("untouched").status();

        assertThat(column("default", "SELECT name FROM system.databases")).doesNotContain("untouched");
    }

    @Test
    void severalAtOnceAgree() throws Exception {
        // Given
        Callable<List<Migration>> migrate = () -> migrator("crowded").migrate();
        // When
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<List<Migration>> done : threads.invokeAll(List.of(migrate, migrate, migrate, migrate))) {
                done.get();
            }
        }
        // Then
        assertThat(migrator("crowded").status()).allMatch(MigrationStatus::applied);
        assertThat(column("crowded", "SELECT version FROM schema_migrations FINAL ORDER BY version"))
                .hasSize(MigrationFiles.load().size());
    }

    @Test
    void whatBrokeInTheMiddleIsFinishedByTheNextRun() throws SQLException {
        // Given
        String good = "CREATE TABLE IF NOT EXISTS one (id UInt8) ENGINE = MergeTree ORDER BY id;\n";
        Migration broken = new Migration(1, "001_tables.sql", good + "CREATE TABL two;\n");
        Migration mended = new Migration(1, "001_tables.sql", good + good.replace("one", "two"));
        String url = CLICK_HOUSE.jdbcUrl("broken");
        assertThatThrownBy(() -> new Migrator(url, "", "", List.of(broken)).migrate())
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("001_tables.sql, statement 2");
        // When
        new Migrator(url, "", "", List.of(mended)).migrate();
        // Then
        assertThat(column("broken", "SELECT name FROM system.tables WHERE database = 'broken'"))
                .contains("one", "two");
    }

    @Test
    void aFileChangedAfterwardsIsRefused() throws SQLException {
        // Given
        String url = CLICK_HOUSE.jdbcUrl("changed");
        String sql = "CREATE TABLE IF NOT EXISTS one (id UInt8) ENGINE = MergeTree ORDER BY id;\n";
        new Migrator(url, "", "", List.of(new Migration(1, "001_a.sql", sql))).migrate();
        Migrator changed =
                new Migrator(url, "", "", List.of(new Migration(1, "001_a.sql", "-- now with a comment\n" + sql)));
        // Then
        assertThatThrownBy(changed::migrate)
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("001_a.sql");
        assertThatThrownBy(changed::status)
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("001_a.sql");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"jdbc:ch://host:8123", "jdbc:ch://host:8123/", "jdbc:postgresql://host/db", "jdbc:ch://h/a b"})
    void aUrlWithoutADatabaseIsRefused(String url) {
        assertThatThrownBy(() -> new Migrator(url, "", ""))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("clickhouse.url");
    }
}
