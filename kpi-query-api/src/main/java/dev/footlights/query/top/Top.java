package dev.footlights.query.top;

import java.util.List;

/**
 * What a list has within some days.
 *
 * @param rows that may be named, in no particular order
 * @param withheld how many items more there are, each used by too few people
 */
public record Top(List<TopRow> rows, int withheld) {
    public Top {
        rows = List.copyOf(rows);
    }
}
