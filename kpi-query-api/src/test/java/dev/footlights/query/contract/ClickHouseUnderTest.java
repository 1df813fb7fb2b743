package dev.footlights.query.contract;

import dev.footlights.local.clickhouse.SharedClickHouse;
import dev.footlights.query.store.ClickHouse;
import dev.footlights.query.store.ConnectionPool;
import dev.footlights.schemas.clickhouse.Migrator;
import dev.footlights.service.settings.ClickHouseSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.clickhouse.ClickHouseContainer;

/**
 * The ClickHouse that the contract is held against: a server where Docker answers or {@code footlights.test.clickhouse}
 * names a JDBC URL, else the embedded engine. Says which.
 */
public record ClickHouseUnderTest(String server, String username, String password) {
    private static final int CONNECTIONS = 4;
    private static final String IMAGE = "clickhouse/clickhouse-server:26.7";

    public static ClickHouseUnderTest get() {
        return Holder.INSTANCE;
    }

    /** A database of its own, with all tables, empty. */
    public Store store(String database) throws SQLException {
        String url = server + "/" + database;
        try (Connection connection = DriverManager.getConnection(server + "/default", username, password);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + database);
        }
        new Migrator(url, username, password).migrate();
        return new Store(url, new ClickHouseSettings(url, username, password, database));
    }

    /** A migrated database. */
    public record Store(String url, ClickHouseSettings settings) {
        /** As the service reads, but for its limits. */
        public ClickHouse connect() {
            Properties properties = new Properties();
            properties.setProperty("user", settings.username());
            properties.setProperty("password", settings.password());
            return new ClickHouse(
                    new ConnectionPool(url, properties, CONNECTIONS, Duration.ofSeconds(5)), Duration.ofSeconds(30));
        }

        public void execute(String sql) throws SQLException {
            try (Connection connection = DriverManager.getConnection(url, settings.username(), settings.password());
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    private static final class Holder {
        static final ClickHouseUnderTest INSTANCE = choose();
    }

    private static ClickHouseUnderTest choose() {
        String url = System.getProperty("footlights.test.clickhouse", "");
        if (!url.isEmpty()) {
            return say("the server at " + url, new ClickHouseUnderTest(url, "default", ""));
        }
        if (DockerClientFactory.instance().isDockerAvailable()) {
            ClickHouseContainer container = new ClickHouseContainer(IMAGE);
            container.start();
            return say(
                    "a container of " + IMAGE,
                    new ClickHouseUnderTest(
                            "jdbc:ch://" + container.getHost() + ":" + container.getMappedPort(8123),
                            container.getUsername(),
                            container.getPassword()));
        }
        String server = "jdbc:ch://127.0.0.1:" + SharedClickHouse.get().port();
        return say("the embedded engine", new ClickHouseUnderTest(server, "default", ""));
    }

    private static ClickHouseUnderTest say(String what, ClickHouseUnderTest chosen) {
        System.out.println("ClickHouse under test: " + what);
        return chosen;
    }
}
