package dev.footlights.query.top;

import dev.footlights.query.period.Period;
import dev.footlights.query.store.Amount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An item's counts over time. */
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

    /**
     * Of the periods in order.
     *
     * @param figures by start of the period; nothing happened in those that are missing
     * @param withheld starts of those that aren't told
     */
    static Trend of(List<Period> periods, Map<Instant, Amount> figures, Set<Instant> withheld) {
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
