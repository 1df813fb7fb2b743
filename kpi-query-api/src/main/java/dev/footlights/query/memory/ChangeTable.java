package dev.footlights.query.memory;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The tables that tell what was inserted of late: the allow-list of their names. */
public enum ChangeTable {
    ROLLUP_CHANGES,
    PRESENCE_CHANGES;

    /** Condition on such a table, with {@link #moments} as its value. */
    public static final String AT_MOMENTS =
            "changed_at IN (SELECT fromUnixTimestamp64Milli(arrayJoin(CAST(?, 'Array(Int64)')), 'UTC'))";

    /** As it is called. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Moments of inserts as a value, milliseconds since 1970. */
    public static String moments(List<Long> moments) {
        return moments.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }
}
