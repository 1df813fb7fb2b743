package dev.footlights.query.rounds;

import java.util.List;

/**
 * Who did something, and when.
 *
 * @param untilEnd whether figures of a period count all that was done until its end, and not only since its start
 * @param rows a statement of the columns teams, actor and at (milliseconds, UTC), with a question mark for each value; made of
 *     constants only
 */
public record Source(boolean untilEnd, String rows, List<Object> values) {
    /** Done since the start of a period. */
    public Source(String rows, List<Object> values) {
        this(false, rows, values);
    }

    public Source {
        values = List.copyOf(values);
    }
}
