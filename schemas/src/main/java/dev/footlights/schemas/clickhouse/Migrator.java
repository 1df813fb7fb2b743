package dev.footlights.schemas.clickhouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a ClickHouse database to the tables of this release.
 *
 * <p>May run twice and in several processes at once without a lock, which ClickHouse doesn't have: each statement of a migration is
 * one that does nothing when its work is done ({@code IF NOT EXISTS}; a test holds that), and a migration is noted after its last
 * statement. So two processes both run the same harmless statements and both note the same row, and one that died in the middle is
 * finished by the next run.
 */
public final class Migrator {
    private static final Logger log = LoggerFactory.getLogger(Migrator.class);

    private static final String NOTES = """
            CREATE TABLE IF NOT EXISTS schema_migrations
            (
                version UInt32,
                name String,
                checksum String,
                applied_at DateTime64(3, 'UTC') DEFAULT now64(3)
            )
            ENGINE = ReplacingMergeTree
            ORDER BY (version, checksum)""";

    private final Database database;
    private final List<Migration> migrations;

    /**
     * For the migrations of this release. Nothing is opened yet.
     *
     * @param jdbcUrl {@code jdbc:ch://host:port/database}
     * @param username empty for the server's default user
     * @param password empty for none
     */
    public Migrator(String jdbcUrl, String username, String password) {
        this(jdbcUrl, username, password, MigrationFiles.load());
    }

    Migrator(String jdbcUrl, String username, String password, List<Migration> migrations) {
        this.database = new Database(jdbcUrl, username, password);
        this.migrations = List.copyOf(migrations);
    }

    /**
     * Creates the database if need be and applies what is missing.
     *
     * @return the migrations applied now, ascending; empty when all were there
     * @throws MigrationException when a migration fails, or what is there isn't a beginning of what this release brings
     * @throws SQLException when ClickHouse can't be reached
     */
    public List<Migration> migrate() throws SQLException {
        try (Connection server = database.connectToServer();
                Statement statement = server.createStatement()) {
            statement.execute("CREATE DATABASE IF NOT EXISTS " + database.name());
        }
        List<Migration> done = new ArrayList<>();
        try (Connection connection = database.connect()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(NOTES);
            }
            for (MigrationStatus status : MigrationPlan.statuses(migrations, applied(connection))) {
                if (!status.applied()) {
                    apply(connection, status.migration());
                    done.add(status.migration());
                }
            }
        }
        return done;
    }

    /**
     * What {@link #migrate} would do; changes nothing.
     *
     * @return every migration of this release, ascending
     * @throws MigrationException as from {@link #migrate}
     * @throws SQLException when ClickHouse can't be reached
     */
    public List<MigrationStatus> status() throws SQLException {
        try (Connection server = database.connectToServer()) {
            return MigrationPlan.statuses(migrations, hasNotes(server) ? applied(server) : List.of());
        }
    }

    private boolean hasNotes(Connection server) throws SQLException {
        String query = "SELECT count() FROM system.tables WHERE database = ? AND name = 'schema_migrations'";
        try (PreparedStatement statement = server.prepareStatement(query)) {
            statement.setString(1, database.name());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getLong(1) > 0;
            }
        }
    }

    private List<AppliedMigration> applied(Connection connection) throws SQLException {
        String query = "SELECT DISTINCT version, name, checksum FROM " + database.name()
                + ".schema_migrations ORDER BY version";
        List<AppliedMigration> applied = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                applied.add(new AppliedMigration(rows.getInt(1), rows.getString(2), rows.getString(3)));
            }
        }
        return applied;
    }

    private static void apply(Connection database, Migration migration) throws SQLException {
        int number = 0;
        for (String sql : migration.statements()) {
            number++;
            try (Statement statement = database.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new MigrationException("migration " + migration.file() + ", statement " + number + " failed", e);
            }
        }
        String note = "INSERT INTO schema_migrations (version, name, checksum) VALUES (?, ?, ?)";
        try (PreparedStatement statement = database.prepareStatement(note)) {
            statement.setInt(1, migration.version());
            statement.setString(2, migration.file());
            statement.setString(3, migration.checksum());
            statement.executeUpdate();
        }
        log.atInfo().addKeyValue("migration", migration.file()).log("migration applied");
    }
}
