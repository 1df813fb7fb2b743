package dev.footlights.query.items;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * At which moments the time of an item may be cut, so that its figures of different days can't be subtracted: two stretches of
 * time that both are told differ by enough people, or by nobody.
 *
 * <p>Time has months, weeks, days and quarter hours, of the reporting zone. A month is made of whole weeks, those whose Thursday
 * is in it, so that each unit is divided into whole smaller ones. Where a unit begins and no larger one does, time may be cut when
 * the nearest units with people on both sides, within the larger one, have enough people each. When nobody is on one side, it is
 * the same cut as at that end of the larger one. Nothing comes before the first month or after the last.
 *
 * <p>So between two cuts there is nobody, or a whole unit of enough people: the nearest one beside whichever of them divides the
 * smaller units.
 */
final class Cuts {
    /** What time is divided into. */
    enum Unit {
        MONTH,
        WEEK,
        DAY,
        QUARTER_HOUR
    }

    /** All moments from a first one to before another. */
    record Span(Unit unit, Instant begin, Instant end) {}

    /**
     * A unit in which somebody used the item.
     *
     * @param first when it was used first in it, seconds since 1970
     * @param enough whether enough people did
     */
    record Used(Unit unit, long first, boolean enough) {}

    private final ZoneId zone;
    private final Map<Instant, Cut> known = new ConcurrentHashMap<>();

    Cuts(ZoneId zone) {
        this.zone = zone;
    }

    /** The spans of which smaller units than months must be known to decide about some moments; of months all must be. */
    Set<Span> needed(Collection<Instant> moments) {
        Set<Span> needed = new HashSet<>();
        moments.forEach(moment -> addNeeded(moment, needed));
        return needed;
    }

    private void addNeeded(Instant moment, Set<Span> needed) {
        larger(moment).ifPresent(span -> {
            if (needed.add(span)) {
                addNeeded(span.begin(), needed);
                addNeeded(span.end(), needed);
            }
        });
    }

    /** Whether an item's time may be cut, by all units that must be known. */
    boolean mayBeCut(List<Used> used, Instant at) {
        return cut(at).mayBeMade(used);
    }

    private Cut cut(Instant at) {
        Cut cut = known.get(at);
        if (cut == null) {
            cut = new Cut(
                    at.getEpochSecond(), larger(at).map(span -> new Within(span, cut(span.begin()), cut(span.end()))));
            known.put(at, cut);
        }
        return cut;
    }

    /** The larger unit that is divided, and the cuts where it begins and ends. */
    private record Within(Span span, Cut begin, Cut end) {
        boolean has(Used used) {
            return used.unit() == span.unit()
                    && used.first() >= span.begin().getEpochSecond()
                    && used.first() < span.end().getEpochSecond();
        }
    }

    /**
     * A cut at a moment.
     *
     * @param at seconds since 1970
     * @param within empty where a month begins
     */
    private record Cut(long at, Optional<Within> within) {
        boolean mayBeMade(List<Used> used) {
            @Nullable Used before = null;
            @Nullable Used after = null;
            for (Used each : used) {
                if (!divides(each)) {
                    continue;
                }
                if (each.first() < at) {
                    before = before == null || each.first() > before.first() ? each : before;
                } else {
                    after = after == null || each.first() < after.first() ? each : after;
                }
            }
            if (before == null) {
                return within.isEmpty() || within.get().begin().mayBeMade(used);
            }
            if (after == null) {
                return within.isEmpty() || within.get().end().mayBeMade(used);
            }
            return before.enough() && after.enough();
        }

        private boolean divides(Used used) {
            return within.isPresent() ? within.get().has(used) : used.unit() == Unit.MONTH;
        }
    }

    /** The larger unit that is divided at a moment, and into what; none where a month begins. */
    private Optional<Span> larger(Instant at) {
        LocalDate date = LocalDate.ofInstant(at, zone);
        if (!start(date).equals(at)) {
            return Optional.of(new Span(Unit.QUARTER_HOUR, start(date), start(date.plusDays(1))));
        }
        LocalDate monday = date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        if (!monday.equals(date)) {
            return Optional.of(new Span(Unit.DAY, start(monday), start(monday.plusWeeks(1))));
        }
        LocalDate month = month(monday);
        return month.equals(date)
                ? Optional.empty()
                : Optional.of(new Span(Unit.WEEK, start(month), start(month(month.plusWeeks(5)))));
    }

    /** The first Monday of the month that a week is in. */
    private static LocalDate month(LocalDate monday) {
        return monday.plusDays(3)
                .withDayOfMonth(1)
                .with(TemporalAdjusters.nextOrSame(DayOfWeek.THURSDAY))
                .minusDays(3);
    }

    private Instant start(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }
}
