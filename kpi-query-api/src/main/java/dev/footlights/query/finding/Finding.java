package dev.footlights.query.finding;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What may be told of a team's searches.
 *
 * @param searches null when withheld, as all others
 * @param zeroResults those that found nothing
 * @param opened those after which a result was opened
 * @param zeroResultRate also null when there was no search, as successRate
 * @param successRate opened of all
 * @param medianRank of the results opened; also null when none was opened
 * @param withheld whether any of them is
 */
public record Finding(
        @Nullable Long searches,
        @Nullable Long zeroResults,
        @Nullable Long opened,
        @Nullable Double zeroResultRate,
        @Nullable Double successRate,
        @Nullable Double medianRank,
        boolean withheld) {

    static Finding of(
            @Nullable Long searches,
            @Nullable Long zeroResults,
            @Nullable Long opened,
            OptionalDouble medianRank,
            boolean rankWithheld) {
        return new Finding(
                searches,
                zeroResults,
                opened,
                share(zeroResults, searches),
                share(opened, searches),
                rankWithheld || medianRank.isEmpty() ? null : (Double) medianRank.getAsDouble(),
                searches == null || zeroResults == null || opened == null || rankWithheld);
    }

    private static @Nullable Double share(@Nullable Long part, @Nullable Long all) {
        return part == null || all == null || all == 0 ? null : (Double) ((double) part / all);
    }
}
