package dev.footlights.query.top;

import dev.footlights.query.period.Period;
import dev.footlights.query.privacy.Floor;
import dev.footlights.query.store.Amount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An item's counts over time. Periods of too few people are withheld. As the sum of all periods is told elsewhere, the
 * period of the fewest people among the rest is withheld with them: else what is missing could be worked out.
 */
public record Trend(List<Point> points) {
    /**
     * One period.
     *
     * @param people 0 when withheld
     * @param count null when withheld
     */
    public record Point(
            Period period, long people, @Nullable Long count) {
        /** Whether it is about too few people, or hides one that is. */
        public boolean withheld() {
            return count == null;
        }
    }

    public Trend {
        points = List.copyOf(points);
    }

    /** @param figures by start of the period; nothing happened in those that are missing */
    static Trend of(List<Period> periods, Map<Instant, Amount> figures, Floor floor) {
        Set<Instant> withheld = new HashSet<>();
        figures.forEach((start, figure) -> {
            if (floor.withholds(figure.people())) {
                withheld.add(start);
            }
        });
        if (!withheld.isEmpty()) {
            figures.entrySet().stream()
                    .filter(entry -> entry.getValue().people() > 0 && !withheld.contains(entry.getKey()))
                    .min(Comparator.comparingLong((Map.Entry<Instant, Amount> entry) ->
                                    entry.getValue().people())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .ifPresent(entry -> withheld.add(entry.getKey()));
        }
        List<Point> points = new ArrayList<>();
        for (Period period : periods) {
            Amount figure = figures.getOrDefault(period.start(), Amount.NONE);
            points.add(
                    withheld.contains(period.start())
                            ? new Point(period, 0, null)
                            : new Point(period, figure.people(), figure.amount()));
        }
        return new Trend(points);
    }
}
