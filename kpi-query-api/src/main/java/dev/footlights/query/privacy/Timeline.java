package dev.footlights.query.privacy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When a scope was used, and at which moments its time may be cut.
 *
 * <p>Figures of two stretches of time can be subtracted from one another, so it isn't enough that each is about enough
 * people: what lies between any two moments at which answers begin or end must be about enough people as well, or about
 * nobody. A cut between weeks is allowed when the last week with people before it has enough. Within a week a cut is allowed when the
 * nearest days with people on both sides have enough, or where a month begins when on each side of it in that week some
 * day has enough; within a day the same goes for hours, within an hour for quarter hours.
 *
 * <p>So between two allowed cuts there is nobody, or a whole unit which has enough people: the last week before the second of
 * them, or what lies beside the finer of them. Weeks are looked at from behind so that what is told of them doesn't change with
 * what comes later, and the running week keeps back itself while it has few people, and not those before it. Moments are
 * compared in the reporting zone, whatever zone the question is asked in. Not safe for several threads.
 */
public final class Timeline {
    private final Floor floor;
    private final ZoneId zone;
    private final NavigableMap<Instant, Long> weeks;
    private final NavigableMap<Instant, Long> days;
    private final NavigableMap<Instant, Long> hours;
    private final NavigableMap<Instant, Long> quarters;
    private final Map<Instant, Boolean> decided = new HashMap<>();

    /**
     * Active people by the start of each unit; units without people may be missing, and all weeks and days when each
     * has enough people.
     *
     * @param zone the reporting zone, in which the units are cut
     * @param weeks at least the last ISO week with people before each moment that may be asked about
     * @param days of the weeks that are cut within: at least the first, the last and the fullest between two moments
     * @param hours of the days that are cut within
     * @param quarters quarter hours of the hours that are cut within
     */
    public Timeline(
            Floor floor,
            ZoneId zone,
            Map<Instant, Long> weeks,
            Map<Instant, Long> days,
            Map<Instant, Long> hours,
            Map<Instant, Long> quarters) {
        this.floor = floor;
        this.zone = zone;
        this.weeks = withPeople(weeks);
        this.days = withPeople(days);
        this.hours = withPeople(hours);
        this.quarters = withPeople(quarters);
    }

    private static NavigableMap<Instant, Long> withPeople(Map<Instant, Long> counts) {
        NavigableMap<Instant, Long> used = new TreeMap<>(counts);
        used.values().removeIf(people -> people == 0);
        return used;
    }

    /** Whether answers may begin or end here. */
    public boolean cuttable(Instant at) {
        Boolean known = decided.get(at);
        if (known != null) {
            return known;
        }
        boolean may = decide(at);
        decided.put(at, may);
        return may;
    }

    private boolean decide(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        LocalDate date = local.toLocalDate();
        Instant week = start(date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
        if (at.equals(week)) {
            return enough(weeks.lowerEntry(at));
        }
        Instant nextWeek = start(date.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
        Instant day = start(date);
        if (at.equals(day)) {
            return isBetweenMonths(at, zone)
                    ? betweenPieces(week, at, nextWeek)
                    : betweenUnits(days, week, at, nextWeek);
        }
        Instant nextDay = start(date.plusDays(1));
        Instant hour = local.truncatedTo(ChronoUnit.HOURS).toInstant();
        if (at.equals(hour)) {
            return betweenUnits(hours, day, at, nextDay);
        }
        return betweenUnits(quarters, hour, at, hour.plus(1, ChronoUnit.HOURS));
    }

    /** Whether a month begins. */
    public static boolean isBetweenMonths(Instant at, ZoneId zone) {
        LocalDate date = LocalDate.ofInstant(at, zone);
        return date.getDayOfMonth() == 1 && date.atStartOfDay(zone).toInstant().equals(at);
    }

    private Instant start(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }

    /** Nobody on one side of the cut: it is the same cut as at that end. */
    private boolean betweenUnits(NavigableMap<Instant, Long> units, Instant from, Instant at, Instant to) {
        NavigableMap<Instant, Long> before = units.subMap(from, true, at, false);
        NavigableMap<Instant, Long> after = units.subMap(at, true, to, false);
        if (before.isEmpty()) {
            return cuttable(from);
        }
        if (after.isEmpty()) {
            return cuttable(to);
        }
        return enough(before.lastEntry()) && enough(after.firstEntry());
    }

    private boolean betweenPieces(Instant week, Instant at, Instant nextWeek) {
        NavigableMap<Instant, Long> before = days.subMap(week, true, at, false);
        NavigableMap<Instant, Long> after = days.subMap(at, true, nextWeek, false);
        if (before.isEmpty() || after.isEmpty()) {
            return betweenUnits(days, week, at, nextWeek);
        }
        return before.values().stream().anyMatch(people -> !floor.withholds(people))
                && after.values().stream().anyMatch(people -> !floor.withholds(people));
    }

    private boolean enough(Map.@Nullable Entry<Instant, Long> unit) {
        return unit == null || !floor.withholds(unit.getValue());
    }
}
