package dev.footlights.query.answer;

import dev.footlights.query.figures.Asked;
import dev.footlights.query.figures.Column;
import dev.footlights.query.figures.Plan;
import dev.footlights.query.figures.Scope;
import dev.footlights.query.period.Granularity;
import dev.footlights.query.period.Period;
import dev.footlights.query.period.PeriodCutter;
import dev.footlights.query.privacy.Floor;
import dev.footlights.query.privacy.Place;
import dev.footlights.query.privacy.Timeline;
import dev.footlights.query.store.ClickHouse;
import dev.footlights.query.store.FigureRow;
import dev.footlights.query.store.NewPeople;
import dev.footlights.query.store.Presence;
import dev.footlights.query.store.PresentPeople;
import dev.footlights.query.store.Query;
import dev.footlights.query.store.RollupFigures;
import dev.footlights.query.store.Slots;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads when places were used, as finely as the periods of a question are cut. */
final class Timelines {
    /** On both sides of the asked days: beyond what facts are kept for. */
    private static final int WEEKS_AROUND = 110;

    private static final Duration QUARTER_HOUR = Duration.ofMinutes(15);

    private final ClickHouse clickHouse;
    private final Floor floor;
    private final ZoneId reportingZone;

    Timelines(ClickHouse clickHouse, Floor floor, ZoneId reportingZone) {
        this.clickHouse = clickHouse;
        this.floor = floor;
        this.reportingZone = reportingZone;
    }

    /**
     * One for each team and feature asked about.
     *
     * @param people which people: active or new ones
     */
    Map<Place, Timeline> of(Asked asked, Column people) {
        TreeSet<Instant> cuts = new TreeSet<>();
        asked.periods().forEach(period -> {
            cuts.add(period.start());
            cuts.add(period.end());
        });
        LocalDate first = monday(cuts.first());
        LocalDate last = monday(cuts.last()).plusDays(6);
        Scope scope = asked.scope();
        Map<Place, Map<Instant, Long>> weeks =
                rollups(people, scope, Granularity.WEEK, first.minusWeeks(WEEKS_AROUND), last.plusWeeks(WEEKS_AROUND));
        Map<Place, Map<Instant, Long>> days =
                allOn(cuts, Granularity.WEEK) ? Map.of() : rollups(people, scope, Granularity.DAY, first, last);
        Map<Place, Map<Instant, Long>> hours =
                allOn(cuts, Granularity.DAY) ? Map.of() : rollups(people, scope, Granularity.HOUR, first, last);
        Map<Place, Map<Instant, Long>> quarters =
                allOn(cuts, Granularity.HOUR) ? Map.of() : inQuarters(people, scope, quarters(cuts));
        Map<Place, Timeline> timelines = new HashMap<>();
        for (String team : scope.teams()) {
            for (String feature : scope.features()) {
                Place place = new Place(team, feature);
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
        }
        return timelines;
    }

    private LocalDate monday(Instant at) {
        return LocalDate.ofInstant(at, reportingZone).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** Whether every cut lies where periods of the reporting zone begin. */
    private boolean allOn(Set<Instant> cuts, Granularity granularity) {
        return cuts.stream()
                .allMatch(cut -> granularity
                        .startOf(cut.atZone(reportingZone))
                        .toInstant()
                        .equals(cut));
    }

    private Map<Place, Map<Instant, Long>> rollups(
            Column people, Scope scope, Granularity granularity, LocalDate first, LocalDate last) {
        List<Period> periods = new PeriodCutter(reportingZone).cut(granularity, first, last);
        return byPlace(List.of(new RollupFigures(people, people, scope, granularity, periods)));
    }

    private Map<Place, Map<Instant, Long>> inQuarters(Column people, Scope scope, List<Period> quarters) {
        if (people == Column.ACTIVE_USERS) {
            return byPlace(List.of(new PresentPeople(Presence.of(scope, quarters))));
        }
        return byPlace(Plan.runs(quarters).stream()
                .map(run -> new NewPeople(scope, Slots.of(run)))
                .toList());
    }

    /** The quarter hours of every hour that is cut within. */
    private List<Period> quarters(Set<Instant> cuts) {
        List<Period> quarters = new ArrayList<>();
        Set<Instant> hours = new TreeSet<>();
        for (Instant cut : cuts) {
            hours.add(cut.atZone(reportingZone).truncatedTo(ChronoUnit.HOURS).toInstant());
        }
        for (Instant hour : hours) {
            for (int quarter = 0; quarter < 4; quarter++) {
                Instant start = hour.plus(QUARTER_HOUR.multipliedBy(quarter));
                quarters.add(new Period("", start, start.plus(QUARTER_HOUR), false, start));
            }
        }
        return quarters;
    }

    private Map<Place, Map<Instant, Long>> byPlace(List<? extends Query<FigureRow>> queries) {
        Map<Place, Map<Instant, Long>> counts = new HashMap<>();
        for (Query<FigureRow> query : queries) {
            clickHouse
                    .run(query)
                    .forEach(row -> counts.computeIfAbsent(
                                    new Place(row.team(), row.feature()), place -> new HashMap<>())
                            .put(row.start(), row.amount()));
        }
        return counts;
    }
}
