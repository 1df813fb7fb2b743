package dev.footlights.streams.sink;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The HTTP address within a JDBC URL of ClickHouse. */
final class ClickHouseEndpoint {
    private static final Pattern URL = Pattern.compile(
            "jdbc:(?:ch|clickhouse):(?<scheme>https?:)?//(?<host>\\[[0-9a-fA-F:]+]|[^/:?#]+)(?::(?<port>\\d{1,5}))?(?<rest>[/?#].*)?");
    private static final int PLAIN_PORT = 8123;
    private static final int TLS_PORT = 8443;

    private ClickHouseEndpoint() {}

    /**
     * {@code http://host:port}, or https when the URL says so by its scheme or by {@code ssl=true}.
     *
     * @throws IllegalArgumentException when it is no such URL
     */
    static String of(String jdbcUrl) {
        Matcher matcher = URL.matcher(jdbcUrl);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("clickhouse.url must look like jdbc:ch://host:port/database");
        }
        String rest = matcher.group("rest") == null ? "" : matcher.group("rest").toLowerCase(Locale.ROOT);
        boolean tls = "https:".equals(matcher.group("scheme")) || rest.matches(".*[?&]ssl=true(&.*)?");
        String port = matcher.group("port");
        int number = port == null ? (tls ? TLS_PORT : PLAIN_PORT) : Integer.parseInt(port);
        return (tls ? "https" : "http") + "://" + matcher.group("host") + ":" + number;
    }
}
