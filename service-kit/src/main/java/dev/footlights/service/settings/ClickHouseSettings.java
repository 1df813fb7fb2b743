package dev.footlights.service.settings;

/**
 * How to reach ClickHouse.
 *
 * @param url {@code jdbc:ch://host:port}, without user and password
 * @param database where Footlights' tables are
 */
public record ClickHouseSettings(
        @Default("jdbc:ch://127.0.0.1:8482") String url,
        @Default("default") String username,
        @Secret @Default("") String password,
        @Default("footlights") String database) {

    public ClickHouseSettings {
        Require.that(
                url.startsWith("jdbc:ch:") || url.startsWith("jdbc:clickhouse:"),
                "url",
                "does not begin with jdbc:ch:");
        Require.that(database.matches("[A-Za-z_][A-Za-z0-9_]*"), "database", "is not a plain identifier");
    }
}
