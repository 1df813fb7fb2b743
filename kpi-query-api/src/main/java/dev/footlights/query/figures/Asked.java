package dev.footlights.query.figures;

import dev.footlights.query.period.Granularity;
import dev.footlights.query.period.Period;
import java.time.ZoneId;
import java.util.List;

/**
 * Which figures a reader is asked for.
 *
 * @param periods in order, perhaps with gaps; at least one
 * @param zone in which they were cut
 */
public record Asked(Scope scope, Granularity granularity, List<Period> periods, ZoneId zone) {
    public Asked {
        periods = List.copyOf(periods);
    }

    /** Whether periods of the zone are cut as those of another. */
    public boolean cutAs(ZoneId other) {
        return zone.getRules().equals(other.getRules());
    }

    /** The same about other periods. */
    public Asked at(List<Period> others) {
        return new Asked(scope, granularity, others, zone);
    }

    /** The same about other teams and features. */
    public Asked of(Scope other) {
        return new Asked(other, granularity, periods, zone);
    }
}
