package dev.footlights.query.rounds;

import java.util.List;

/**
 * Who did something, and when.
 *
 * @param rows a statement of the columns teams, actor and at (milliseconds, UTC), with a question mark for each value; made of
 *     constants only
 */
public record Source(String rows, List<Object> values) {
    public Source {
        values = List.copyOf(values);
    }
}
