package dev.footlights.schemas.clickhouse;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What rollups count, each with where the same is found among the facts. */
public enum ReconciledMeasure {
    ACTIVE_USERS(Source.PEOPLE),
    NEW_USERS(Source.FIRST_USES),
    EVENTS(Source.ACTIVITY),
    VIEWS(Source.ACTIVITY),
    INTERACTIONS(Source.ACTIVITY),
    TEMPLATE_RUNS(Source.ACTIVITY),
    SAVED_MICRO_MINUTES(Source.ACTIVITY),
    SEARCHES(Source.ACTIVITY),
    ZERO_RESULT_SEARCHES(Source.ACTIVITY),
    OPENED_SEARCHES(Source.ACTIVITY),
    SESSIONS(Source.SESSIONS);

    /** Those that are sums over activity, in order. */
    static final List<ReconciledMeasure> OF_ACTIVITY = Arrays.stream(values())
            .filter(measure -> measure.source == Source.ACTIVITY)
            .toList();

    private enum Source {
        ACTIVITY("activity_facts"),
        PEOPLE("the people of activity_facts"),
        FIRST_USES("first_uses"),
        SESSIONS("session_facts");

        private final String words;

        Source(String words) {
            this.words = words;
        }
    }

    private final Source source;

    ReconciledMeasure(Source source) {
        this.source = source;
    }

    /** Column of the rollups, and of the facts where it is a sum. */
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For people: {@code zero result searches}. */
    public String words() {
        return column().replace('_', ' ');
    }

    /** The table that it is worked out from, for people. */
    String sourceWords() {
        return source.words;
    }

    /** The columns' sums, for a SELECT. */
    static String sums(List<ReconciledMeasure> measures) {
        return measures.stream()
                .map(measure -> "toInt64(sum(" + measure.column() + "))")
                .collect(Collectors.joining(", "));
    }
}
