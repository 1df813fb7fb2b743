package dev.footlights.local.clickhouse;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;

/**
 * What a statement finds set when it runs.
 *
 * @param database that unqualified names mean
 * @param settings beside those of every connection
 */
record Session(String database, Map<String, String> settings) {
    /** What a connection begins with. */
    static final Session FIRST = new Session("default", Map.of());

    Session {
        settings = Map.copyOf(settings);
    }

    /**
     * Makes a new connection's session this one.
     *
     * @throws QueryException when there is no such database, or a setting has no such value
     */
    void begin(EngineConnection connection) {
        if (!database.equals(FIRST.database)) {
            run(connection, "USE `" + database.replace("\\", "\\\\").replace("`", "\\`") + "`");
        }
        settings.forEach((name, value) -> run(
                connection, "SET " + name + " = '" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"));
    }

    private static void run(EngineConnection connection, String statement) {
        connection.query(statement.getBytes(UTF_8), "TSV", Map.of());
    }
}
