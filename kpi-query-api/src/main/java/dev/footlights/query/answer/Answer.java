package dev.footlights.query.answer;

import dev.footlights.query.request.Question;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All rows that a question has.
 *
 * @param asOf every event received before it is counted; empty as long as that can't be said
 * @param unit of the values: the KPI's, or the currency of money
 * @param rows in no particular order
 */
public record Answer(Question question, Optional<Instant> asOf, String unit, List<Row> rows) {
    public Answer {
        rows = List.copyOf(rows);
    }
}
