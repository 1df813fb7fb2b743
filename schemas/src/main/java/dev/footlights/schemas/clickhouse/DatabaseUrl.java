package dev.footlights.schemas.clickhouse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A ClickHouse JDBC URL and the database it names.
 *
 * @param text {@code jdbc:ch://host:port/database?options}, also {@code jdbc:clickhouse:}
 * @param database letters, digits and underscores
 */
record DatabaseUrl(String text, String database) {
    private static final Pattern URL = Pattern.compile("(jdbc:(?:ch|clickhouse):(?:https?:)?//[^/?]+)/(\\w+)(\\?.*)?");

    static DatabaseUrl parse(String text) {
        return new DatabaseUrl(text, matcher(text).group(2));
    }

    /** The same server, in the database that every server has. */
    String toDefaultDatabase() {
        Matcher url = matcher(text);
        return url.group(1) + "/default" + (url.group(3) == null ? "" : url.group(3));
    }

    private static Matcher matcher(String text) {
        Matcher url = URL.matcher(text);
        if (!url.matches()) {
            throw new MigrationException(
                    "clickhouse.url: must be like jdbc:ch://host:8123/footlights, naming a database");
        }
        return url;
    }
}
