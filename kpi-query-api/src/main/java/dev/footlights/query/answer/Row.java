package dev.footlights.query.answer;

import dev.footlights.query.privacy.Reason;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A row of an answer.
 *
 * @param period label of the period
 * @param start of the period: labels of hours aren't in order where clocks go back
 * @param value null when withheld, or when there is nothing to divide by
 * @param previous figure of the period before; null also when it wasn't asked
 * @param withheldBecause why the value is kept back; null when it isn't
 * @param partial whether the asked days leave out a part of the period
 * @param headcount of the team, for figures that are measured against it
 */
public record Row(
        String period,
        Instant start,
        String team,
        String feature,
        @Nullable Number value,
        @Nullable Number previous,
        @Nullable Reason withheldBecause,
        boolean previousWithheld,
        boolean partial,
        OptionalLong headcount) {

    /** Whether the value is kept back. */
    boolean withheld() {
        return withheldBecause != null;
    }

    /** Growth over the period before; null when one of the two isn't there. */
    @Nullable
    Double change() {
        return value == null || previous == null ? null : value.doubleValue() - previous.doubleValue();
    }
}
