package dev.footlights.query.answer;

import dev.footlights.query.figures.Asked;
import dev.footlights.query.figures.Column;
import dev.footlights.query.figures.Plan;
import dev.footlights.query.figures.Scope;
import dev.footlights.query.period.Granularity;
import dev.footlights.query.period.Period;
import dev.footlights.query.period.PeriodCutter;
import dev.footlights.query.presence.Presence;
import dev.footlights.query.presence.PresentPeople;
import dev.footlights.query.privacy.Floor;
import dev.footlights.query.privacy.Place;
import dev.footlights.query.privacy.Timeline;
import dev.footlights.query.rollups.RollupFigures;
import dev.footlights.query.rollups.Rollups;
import dev.footlights.query.rollups.UnitsBesideCuts;
import dev.footlights.query.store.ClickHouse;
import dev.footlights.query.store.FigureRow;
import dev.footlights.query.store.NewPeople;
import dev.footlights.query.store.Slots;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads when places were used, as finely as the periods of a question are cut. */
final class Timelines {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration QUARTER_HOUR = Duration.ofMinutes(15);

    private final ClickHouse clickHouse;
    private final Rollups rollups;
    private final Floor floor;
    private final ZoneId reportingZone;

    Timelines(ClickHouse clickHouse, Rollups rollups, Floor floor, ZoneId reportingZone) {
        this.clickHouse = clickHouse;
        this.rollups = rollups;
        this.floor = floor;
        this.reportingZone = reportingZone;
    }

    /**
     * One for each team and feature asked about whose time can't be cut anywhere.
     *
     * @param people which people: active or new ones
     */
    Map<Place, Timeline> of(Asked asked, Column people) {
        TreeSet<Instant> cuts = new TreeSet<>();
        asked.periods().forEach(period -> {
            cuts.add(period.start());
            cuts.add(period.end());
        });
        Scope scope = asked.scope();
        Map<Place, Map<Instant, Long>> weeks = new HashMap<>();
        Map<Place, Map<Instant, Long>> days = new HashMap<>();
        for (UnitsBesideCuts.OfPlace beside : rollups.run(weeksAndDays(people, scope, cuts))) {
            Place place = new Place(beside.team(), beside.feature());
            beside.units()
                    .forEach(unit -> (unit.day() ? days : weeks)
                            .computeIfAbsent(place, any -> new HashMap<>())
                            .put(unit.start(), unit.people()));
        }
        Map<Place, Map<Instant, Long>> hours = rollups(people, scope, Granularity.HOUR, hours(cuts));
        Map<Place, Map<Instant, Long>> quarters = inQuarters(people, scope, quarters(cuts));
        Set<Place> used = new HashSet<>();
        List.of(weeks, days, hours, quarters).forEach(units -> used.addAll(units.keySet()));
        Map<Place, Timeline> timelines = new HashMap<>();
        for (Place place : used) {
            timelines.put(
                    place,
                    new Timeline(
                            floor,
                            reportingZone,
                            weeks.getOrDefault(place, Map.of()),
                            days.getOrDefault(place, Map.of()),
                            hours.getOrDefault(place, Map.of()),
                            quarters.getOrDefault(place, Map.of())));
        }
        return timelines;
    }

    /** A cut within a week is one between days, and may turn out to be the same as one at an end of the week; so within a day. */
    private UnitsBesideCuts weeksAndDays(Column people, Scope scope, SortedSet<Instant> cuts) {
        PeriodCutter cutter = new PeriodCutter(reportingZone);
        SortedSet<Instant> ends = new TreeSet<>(cuts);
        List<Long> wholes = new ArrayList<>();
        List<Long> days = new ArrayList<>();
        for (Period week : cutWithin(cuts, Granularity.WEEK)) {
            ends.add(week.start());
            ends.add(week.end());
            SortedSet<Instant> within = cuts.subSet(week.start().plusNanos(1), week.end());
            if (within.size() == 1 && Timeline.isBetweenMonths(within.first(), reportingZone)) {
                wholes.add(week.start().getEpochSecond());
                wholes.add(within.first().getEpochSecond());
            }
            LocalDate monday = LocalDate.ofInstant(week.start(), reportingZone);
            cutter.cut(Granularity.DAY, monday, monday.plusDays(6))
                    .forEach(day -> days.add(day.start().getEpochSecond()));
        }
        for (Period day : cutWithin(cuts, Granularity.DAY)) {
            ends.add(day.start());
            ends.add(day.end());
        }
        return new UnitsBesideCuts(
                people,
                floor.people(),
                scope,
                ends.stream().map(Instant::getEpochSecond).toList(),
                wholes,
                days);
    }

    /** The hours of every day that is cut within. */
    private List<Period> hours(Set<Instant> cuts) {
        PeriodCutter cutter = new PeriodCutter(reportingZone);
        return cutWithin(cuts, Granularity.DAY).stream()
                .map(day -> LocalDate.ofInstant(day.start(), reportingZone))
                .flatMap(day -> cutter.cut(Granularity.HOUR, day, day).stream())
                .toList();
    }

    private Collection<Period> cutWithin(Set<Instant> cuts, Granularity granularity) {
        PeriodCutter cutter = new PeriodCutter(reportingZone);
        Map<Instant, Period> within = new TreeMap<>();
        for (Instant cut : cuts) {
            Period period = cutter.containing(granularity, cut);
            if (!period.start().equals(cut)) {
                within.put(period.start(), period);
            }
        }
        return within.values();
    }

    private Map<Place, Map<Instant, Long>> rollups(
            Column people, Scope scope, Granularity granularity, List<Period> periods) {
        return periods.isEmpty()
                ? Map.of()
                : byPlace(rollups.run(new RollupFigures(people, people, scope, granularity, periods)));
    }

    private Map<Place, Map<Instant, Long>> inQuarters(Column people, Scope scope, List<Period> quarters) {
        if (quarters.isEmpty()) {
            return Map.of();
        }
        if (people == Column.ACTIVE_USERS) {
            return byPlace(clickHouse.run(new PresentPeople(Presence.of(scope, quarters))));
        }
        return byPlace(Plan.runs(quarters).stream()
                .flatMap(run -> clickHouse.run(new NewPeople(scope, Slots.of(run))).stream())
                .toList());
    }

    /** The quarter hours of every hour that is cut within. */
    private List<Period> quarters(Set<Instant> cuts) {
        List<Period> quarters = new ArrayList<>();
        for (Period hour : cutWithin(cuts, Granularity.HOUR)) {
            for (Instant at = hour.start(); at.isBefore(hour.start().plus(HOUR)); at = at.plus(QUARTER_HOUR)) {
                quarters.add(new Period("", at, at.plus(QUARTER_HOUR), false, at));
            }
        }
        return quarters;
    }

    private static Map<Place, Map<Instant, Long>> byPlace(List<FigureRow> rows) {
        Map<Place, Map<Instant, Long>> counts = new HashMap<>();
        rows.forEach(row -> counts.computeIfAbsent(new Place(row.team(), row.feature()), place -> new HashMap<>())
                .put(row.start(), row.amount()));
        return counts;
    }
}
