package dev.footlights.query.top;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list has within some days.
 *
 * @param rows that may be named, in no particular order
 * @param withheld how many items more there are; null when nothing at all is told of what the team does, not even that
 * @param untold what isn't told
 */
public record Top(List<TopRow> rows, @Nullable Integer withheld, UntoldItems untold) {
    public Top {
        rows = List.copyOf(rows);
    }

    /** The items that are told, in order, for who can't do with a name only. */
    public List<TopRow> told(TopOrder order) {
        return rows.stream()
                .filter(row -> row.item() != null)
                .sorted(order.comparator())
                .toList();
    }
}
