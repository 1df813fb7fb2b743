package dev.footlights.query.figures;

import dev.footlights.query.period.Granularity;
import dev.footlights.query.period.Period;
import dev.footlights.query.period.PeriodCutter;
import dev.footlights.query.rollups.RollupRange;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Takes periods to pieces that there are rollups of: whole months, the days beside them, the hours beside these. */
final class RollupRanges {
    private static final List<Granularity> COARSE_TO_FINE =
            List.of(Granularity.MONTH, Granularity.DAY, Granularity.HOUR);

    private final PeriodCutter cutter;
    private final List<RollupRange> ranges = new ArrayList<>();

    private RollupRanges(ZoneId zone) {
        this.cutter = new PeriodCutter(zone);
    }

    /**
     * In order; empty when a period begins or ends within an hour of the zone, where nothing is rolled up.
     *
     * @param zone in which rollups are cut
     */
    static List<RollupRange> of(List<Period> periods, ZoneId zone) {
        RollupRanges pieces = new RollupRanges(zone);
        for (Period period : periods) {
            if (!pieces.isCut(Granularity.HOUR, period.start()) || !pieces.isCut(Granularity.HOUR, period.end())) {
                return List.of();
            }
            pieces.cut(period.start(), period.end(), COARSE_TO_FINE);
        }
        return List.copyOf(pieces.ranges);
    }

    private boolean isCut(Granularity kind, Instant at) {
        return start(kind, at).equals(at);
    }

    private Instant start(Granularity kind, Instant at) {
        return cutter.containing(kind, at).start();
    }

    /** The first start that isn't before. */
    private Instant next(Granularity kind, Instant at) {
        Period period = cutter.containing(kind, at);
        return period.start().equals(at) ? at : period.end();
    }

    private void cut(Instant from, Instant to, List<Granularity> kinds) {
        if (!from.isBefore(to)) {
            return;
        }
        Granularity kind = kinds.getFirst();
        Instant first = next(kind, from);
        Instant last = start(kind, to);
        if (!first.isBefore(last)) {
            cut(from, to, kinds.subList(1, kinds.size()));
            return;
        }
        cut(from, first, kinds.subList(1, kinds.size()));
        add(kind, first, last);
        cut(last, to, kinds.subList(1, kinds.size()));
    }

    private void add(Granularity kind, Instant from, Instant to) {
        if (!ranges.isEmpty()
                && ranges.getLast().kind() == kind
                && ranges.getLast().to().equals(from)) {
            ranges.set(ranges.size() - 1, new RollupRange(kind, ranges.getLast().from(), to));
        } else {
            ranges.add(new RollupRange(kind, from, to));
        }
    }
}
