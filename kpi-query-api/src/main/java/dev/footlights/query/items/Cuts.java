package dev.footlights.query.items;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

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
     * @param first when it was used first, seconds since 1970
     * @param last when it was used last
     * @param enough whether enough people did
     */
    record Used(Unit unit, long first, long last, boolean enough) {
        boolean isBefore(Instant at) {
            return last < at.getEpochSecond();
        }

        boolean isFrom(Instant at) {
            return first >= at.getEpochSecond();
        }
    }

    private final ZoneId zone;

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
        Optional<Span> larger = larger(at);
        Unit unit = larger.map(Span::unit).orElse(Unit.MONTH);
        Optional<Used> before = nearest(
                used,
                unit,
                each -> each.isBefore(at) && larger.stream().allMatch(span -> each.isFrom(span.begin())),
                true);
        Optional<Used> after = nearest(
                used,
                unit,
                each -> each.isFrom(at) && larger.stream().allMatch(span -> each.isBefore(span.end())),
                false);
        if (before.isEmpty()) {
            return larger.isEmpty() || mayBeCut(used, larger.get().begin());
        }
        if (after.isEmpty()) {
            return larger.isEmpty() || mayBeCut(used, larger.get().end());
        }
        return before.get().enough() && after.get().enough();
    }

    private static Optional<Used> nearest(List<Used> used, Unit unit, Predicate<Used> where, boolean last) {
        return used.stream()
                .filter(each -> each.unit() == unit && where.test(each))
                .reduce((one, other) -> one.first() < other.first() == last ? other : one);
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
