package dev.footlights.query.figures;

import dev.footlights.query.period.Period;
import dev.footlights.query.period.PeriodCutter;
import dev.footlights.query.presence.GrowthCounts;
import dev.footlights.query.presence.Pieces;
import dev.footlights.query.presence.Presence;
import dev.footlights.query.store.Meanwhile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Who stays and who goes: of the people active in a period, those who were active just before, and of those active just
 * before, the ones who are no longer. active = new + returning + resurrected, and active before = returning + dormant.
 */
public final class Growth {
    /** Of a cell without anybody. */
    public static final Counts NOBODY = new Counts(0, 0, 0, 0);

    private final ReaderParts parts;
    private final NewUsers newUsers;

    /**
     * One cell's.
     *
     * @param active people of the period
     * @param before people active in the time before
     */
    public record Counts(long active, long fresh, long returning, long before) {
        public long resurrected() {
            return active - fresh - returning;
        }

        public long dormant() {
            return before - returning;
        }
    }

    Growth(ReaderParts parts) {
        this.parts = parts;
        this.newUsers = new NewUsers(parts);
    }

    KpiReader returning() {
        return asked -> figures(asked, counts -> about(counts.returning(), counts.active()));
    }

    KpiReader resurrected() {
        return asked -> figures(asked, counts -> about(counts.resurrected(), counts.active()));
    }

    KpiReader dormant() {
        return asked -> figures(asked, counts -> about(counts.dormant(), counts.before()));
    }

    /**
     * A figure about the people it counts; that there are none of them is about those they would be part of.
     *
     * @param whole people whom they are part of
     */
    static Figure about(long people, long whole) {
        return Figure.count(people == 0 ? whole : people, people);
    }

    private interface Told {
        Figure of(Counts counts);
    }

    private Map<Cell, Figure> figures(Asked asked, Told told) {
        Map<Cell, Figure> figures = new HashMap<>();
        counts(asked).forEach((cell, counts) -> figures.put(cell, told.of(counts)));
        return figures;
    }

    /** A cell without anybody, now and before, is missing. */
    public Map<Cell, Counts> counts(Asked asked) {
        Supplier<Map<Cell, Long>> reading = Meanwhile.read(() -> newUsers.counted(asked));
        Map<Cell, GrowthCounts.Counted> cameAndWent = new HashMap<>();
        for (int from = 0; from < asked.periods().size(); from += GrowthCounts.MOST_STARTS) {
            int to = Math.min(asked.periods().size(), from + GrowthCounts.MOST_STARTS);
            parts.attendance()
                    .run(query(asked, asked.periods().subList(from, to)))
                    .forEach(place -> cameAndWent.putAll(place.cells()));
        }
        Map<Cell, Long> fresh = reading.get();
        Map<Cell, Counts> counts = new HashMap<>();
        cameAndWent.forEach((cell, counted) -> {
            // What tells of new people may be written a moment before presence.
            long freshPeople = Math.min(fresh.getOrDefault(cell, 0L), counted.now() - counted.both());
            counts.put(cell, new Counts(counted.now(), freshPeople, counted.both(), counted.earlier()));
        });
        return counts;
    }

    /** Part 0 of a stretch is the period, part 1 the time just before it. */
    private static GrowthCounts query(Asked asked, List<Period> periods) {
        Pieces pieces = new Pieces();
        PeriodCutter cutter = new PeriodCutter(asked.zone());
        List<Long> starts = new ArrayList<>();
        for (Period period : periods) {
            long start = period.start().getEpochSecond();
            starts.add(start);
            pieces.add(period.start(), period.end(), start, 0);
            pieces.add(cutter.startBefore(asked.granularity(), period), period.start(), start, 1);
        }
        return new GrowthCounts(new Presence(asked.scope(), pieces), starts);
    }
}
