package dev.footlights.query.templates;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be told of a list.
 *
 * @param withheld how many more there are; null when nothing at all is told of the team's templates, not even that
 */
public record Told<R>(List<R> rows, @Nullable Integer withheld) {
    public Told {
        rows = List.copyOf(rows);
    }
}
