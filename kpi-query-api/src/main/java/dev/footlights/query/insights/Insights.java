package dev.footlights.query.insights;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer as the dashboard reads it.
 *
 * @param grouping of the buckets; empty when there are none
 * @param columns of the rows
 */
public record Insights(Optional<Grouping> grouping, List<String> columns, List<Map<String, @Nullable Object>> rows) {
    public Insights {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
