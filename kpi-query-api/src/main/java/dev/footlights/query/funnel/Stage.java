package dev.footlights.query.funnel;

import dev.footlights.query.privacy.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What became of a funnel at one step.
 *
 * @param number of the step, the first is 1
 * @param people who reached it; null when withheld
 * @param shareOfPrevious of those who reached the step before; null for the first, and when either is 0 or withheld
 * @param shareOfFirst of those who touched the first step; null when either is withheld or nobody did
 * @param medianSeconds from touching the step before; null for the first, when nobody reached it, and when withheld
 * @param withheldBecause null when it isn't
 */
public record Stage(
        String team,
        int number,
        Step step,
        @Nullable Long people,
        @Nullable Double shareOfPrevious,
        @Nullable Double shareOfFirst,
        @Nullable Double medianSeconds,
        @Nullable Reason withheldBecause) {
    public boolean withheld() {
        return withheldBecause != null;
    }
}
