package dev.footlights.local.clickhouse;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/**
 * A request's URL and headers, as far as they say how to run a statement.
 *
 * @param statement given in the URL, or null when it is the body
 * @param format of the result unless the statement names one
 * @param parameters values of {@code {name:Type}} places
 * @param settings for this statement alone, from the list that is passed on
 * @param compress whether the answer is to be in {@link Lz4Blocks}
 * @param decompress whether the body is in {@link Lz4Blocks}
 */
record QueryRequest(
        String queryId,
        String database,
        @Nullable String statement,
        String format,
        Map<String, String> parameters,
        Map<String, String> settings,
        boolean compress,
        boolean decompress) {
    private static final String PARAMETER_PREFIX = "param_";
    private static final Pattern SETTING_NAME = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Set<String> PASSED_SETTINGS = Set.of(
            "session_timezone",
            "max_execution_time",
            "max_threads",
            "max_memory_usage",
            "max_result_rows",
            "max_result_bytes",
            "result_overflow_mode",
            "max_rows_to_read",
            "max_query_size",
            "max_block_size",
            "final",
            "join_use_nulls",
            "mutations_sync",
            "alter_sync",
            "optimize_throw_if_noop",
            "use_query_cache",
            "insert_deduplicate");
    private static final Set<String> PASSED_PREFIXES = Set.of("input_format_", "output_format_", "date_time_");

    /** Reads what a client sent; a URL parameter wins over the header of the same meaning. */
    static QueryRequest of(Fields url, HttpFields headers) {
        Map<String, String> parameters = new LinkedHashMap<>();
        Map<String, String> settings = new LinkedHashMap<>();
        for (Fields.Field field : url) {
            String name = field.getName();
            if (name.startsWith(PARAMETER_PREFIX)) {
                parameters.put(name.substring(PARAMETER_PREFIX.length()), field.getValue());
            } else if (isPassedOn(name)) {
                settings.put(name, field.getValue());
            }
        }
        settings.entrySet()
                .removeIf(setting -> setting.getValue().equals(EngineSettings.PER_CONNECTION.get(setting.getKey())));
        return new QueryRequest(
                first(
                        url.getValue("query_id"),
                        headers.get("X-ClickHouse-Query-Id"),
                        UUID.randomUUID().toString()),
                first(url.getValue("database"), headers.get("X-ClickHouse-Database"), "default"),
                url.getValue("query"),
                first(url.getValue("default_format"), headers.get("X-ClickHouse-Format"), "TabSeparated"),
                parameters,
                settings,
                isOn(url.getValue("compress")),
                isOn(url.getValue("decompress")));
    }

    private static boolean isPassedOn(String name) {
        return SETTING_NAME.matcher(name).matches()
                && (PASSED_SETTINGS.contains(name) || PASSED_PREFIXES.stream().anyMatch(name::startsWith));
    }

    private static boolean isOn(@Nullable String value) {
        return value != null
                && (value.equals("1") || value.toLowerCase(Locale.ROOT).equals("true"));
    }

    private static String first(@Nullable String url, @Nullable String header, String otherwise) {
        if (url != null && !url.isEmpty()) {
            return url;
        }
        return header != null && !header.isEmpty() ? header : otherwise;
    }
}
