package dev.footlights.schemas.clickhouse;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** A ClickHouse database and how to get in. Nothing is opened before it is asked for. */
final class Database {
    private final DatabaseUrl url;
    private final Properties credentials = new Properties();

    /**
     * Of one server.
     *
     * @param jdbcUrl {@code jdbc:ch://host:port/database}
     * @param username empty for the server's default user
     * @param password empty for none
     */
    Database(String jdbcUrl, String username, String password) {
        this.url = DatabaseUrl.parse(jdbcUrl);
        if (!username.isEmpty()) {
            credentials.setProperty("user", username);
            credentials.setProperty("password", password);
        }
    }

    String name() {
        return url.database();
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url.text(), credentials);
    }

    /** To the database that every server has. */
    Connection connectToServer() throws SQLException {
        return DriverManager.getConnection(url.toDefaultDatabase(), credentials);
    }
}
