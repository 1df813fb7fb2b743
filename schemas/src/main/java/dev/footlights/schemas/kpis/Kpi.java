package dev.footlights.schemas.kpis;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One KPI as people read it.
 *
 * @param id lower-case name used in URLs
 * @param name what people call it
 * @param group where people look for it: reach, features, golden-paths, …
 * @param definition one sentence
 * @param formula how it is worked out, in words
 * @param unit what a figure of it counts
 * @param better which direction is good news
 * @param additive whether the figure of a longer period is the sum of its shorter ones
 * @param dimensions what it can be grouped by: team, feature
 * @param finest the shortest period it has a meaning for: hour or day
 */
public record Kpi(
        String id,
        String name,
        String group,
        String definition,
        String formula,
        String unit,
        Direction better,
        boolean additive,
        List<String> dimensions,
        @Nullable String finest) {
    public Kpi {
        dimensions = List.copyOf(dimensions);
        finest = finest == null ? "hour" : finest;
    }

    /** Which way a figure should move. */
    public enum Direction {
        UP,
        DOWN,
        NONE;

        @JsonCreator
        static Direction of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }
}
