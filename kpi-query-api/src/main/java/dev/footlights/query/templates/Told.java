package dev.footlights.query.templates;

import java.util.List;

/**
 * What may be told of a list.
 *
 * @param withheld how many more there are, each used by too few people
 */
public record Told<R>(List<R> rows, int withheld) {
    public Told {
        rows = List.copyOf(rows);
    }
}
