package dev.footlights.query.rollups;

import dev.footlights.query.figures.Column;
import dev.footlights.query.rollups.UnitsBesideCuts.OfPlace;
import dev.footlights.query.rollups.UnitsBesideCuts.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds in memory the weeks and days that {@link UnitsBesideCuts} asks for. */
final class NeededUnits {
    private static final int NOBODY = -1;

    private final Column people;
    private final int enough;
    private final long[] cuts;
    private final long[] days;
    private final boolean[] whole;

    NeededUnits(UnitsBesideCuts asked) {
        people = asked.people();
        enough = asked.enough();
        cuts = asked.cuts().stream().mapToLong(Long::longValue).toArray();
        days = asked.days().stream().mapToLong(Long::longValue).toArray();
        whole = new boolean[cuts.length];
        for (int segment = 0; segment < cuts.length; segment++) {
            whole[segment] = asked.wholes().contains(cuts[segment]);
        }
    }

    /** Units of one place; empty when all that matter have enough people. */
    Optional<OfPlace> of(String team, String feature, @Nullable RollupSeries weeks, @Nullable RollupSeries ofDays) {
        Found found = new Found();
        if (weeks != null) {
            addWeeks(weeks, found);
        }
        if (ofDays != null) {
            addDays(ofDays, found);
        }
        return found.few ? Optional.of(new OfPlace(team, feature, List.copyOf(found.units))) : Optional.empty();
    }

    private final class Found {
        private final Set<Unit> units = new LinkedHashSet<>();
        private boolean few;

        private void add(boolean day, RollupSeries series, int at, boolean matters) {
            long counted = series.value(people, at);
            few |= matters && counted < enough;
            units.add(new Unit(day, Instant.ofEpochSecond(series.start(at)), counted));
        }
    }

    /** The last week with people before each cut and after the one before. */
    private void addWeeks(RollupSeries series, Found found) {
        int first = 0;
        for (long cut : cuts) {
            int end = series.from(cut);
            int at = end - 1;
            while (at >= first && series.value(people, at) == 0) {
                at--;
            }
            if (at >= first) {
                found.add(false, series, at, true);
            }
            first = end;
        }
    }

    /** The first, the last and the fullest of the days between two cuts; which of them matter depends on the first of these. */
    private void addDays(RollupSeries series, Found found) {
        int segment = 0;
        List<Integer> used = new ArrayList<>();
        for (long day : days) {
            while (day >= endOf(segment)) {
                addSegment(series, used, whole[segment], found);
                segment++;
            }
            int at = series.at(day);
            if (at >= 0 && series.value(people, at) != 0) {
                used.add(at);
            }
        }
        addSegment(series, used, whole[segment], found);
    }

    private void addSegment(RollupSeries series, List<Integer> used, boolean isWhole, Found found) {
        int fullest = NOBODY;
        for (int at : used) {
            if (fullest == NOBODY || series.value(people, at) > series.value(people, fullest)) {
                fullest = at;
            }
        }
        if (fullest != NOBODY) {
            found.add(true, series, used.getFirst(), !isWhole);
            found.add(true, series, used.getLast(), !isWhole);
            found.add(true, series, fullest, isWhole);
        }
        used.clear();
    }

    private long endOf(int segment) {
        return segment + 1 < cuts.length ? cuts[segment + 1] : Long.MAX_VALUE;
    }
}
