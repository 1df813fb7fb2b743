package dev.footlights.query.answer;

import dev.footlights.query.figures.Scope;
import dev.footlights.query.period.Period;
import dev.footlights.query.presence.CohortCounts;
import dev.footlights.query.presence.Presence;
import dev.footlights.query.privacy.Floor;
import dev.footlights.query.privacy.Line;
import dev.footlights.query.privacy.Siblings;
import dev.footlights.query.store.ClickHouse;
import dev.footlights.query.store.Slots;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who stays: the people of each period of first use, and how many of them were active in each period from it on.
 *
 * <p>The cohorts of a period add up to its active people, which are told elsewhere. So what is withheld there of a cohort of
 * few is withheld of another cohort too.
 */
public final class Retention {
    private final ClickHouse clickHouse;
    private final Floor floor;
    private final Clock clock;

    /** People of one cohort in one period, by the numbers of both; {@link #EVERYBODY} for all cohorts. */
    private record Spot(int cohort, int period) {}

    private static final int EVERYBODY = -1;

    /** @param clock tells which periods have begun and which are over */
    public Retention(ClickHouse clickHouse, Floor floor, Clock clock) {
        this.clickHouse = clickHouse;
        this.floor = floor;
        this.clock = clock;
    }

    /**
     * A cohort for each period that has begun.
     *
     * @param scope one team and one feature
     * @param asked periods in order without a gap
     */
    public List<Cohort> cohorts(Scope scope, List<Period> asked) {
        List<Period> periods = asked.stream()
                .filter(period -> !period.start().isAfter(clock.instant()))
                .toList();
        if (periods.isEmpty()) {
            return List.of();
        }
        Map<Spot, Long> people = people(scope, periods);
        Set<Spot> withheld = withheld(people, periods.size());
        List<Cohort> cohorts = new ArrayList<>();
        for (int cohort = 0; cohort < periods.size(); cohort++) {
            List<Cohort.Stay> stays = new ArrayList<>();
            for (int period = cohort; period < periods.size(); period++) {
                Spot spot = new Spot(cohort, period);
                boolean over = !periods.get(period).end().isAfter(clock.instant());
                stays.add(new Cohort.Stay(
                        period - cohort,
                        withheld.contains(spot) ? null : people.getOrDefault(spot, 0L),
                        periods.get(period).partial() || !over));
            }
            cohorts.add(new Cohort(periods.get(cohort).label(), stays.getFirst().people(), stays));
        }
        return cohorts;
    }

    private Map<Spot, Long> people(Scope scope, List<Period> periods) {
        Map<Instant, Integer> numbers = new HashMap<>();
        for (int number = 0; number < periods.size(); number++) {
            numbers.put(periods.get(number).start(), number);
        }
        Map<Spot, Long> people = new HashMap<>();
        clickHouse
                .run(new CohortCounts(Presence.of(scope, periods), Slots.of(periods)))
                .forEach(counted -> people.put(
                        new Spot(
                                numbers.getOrDefault(counted.cohort(), EVERYBODY),
                                numbers.getOrDefault(counted.period(), EVERYBODY)),
                        counted.people()));
        return people;
    }

    /** What is about a cohort of few people or a few of its people, and as much beside it as is needed. */
    private Set<Spot> withheld(Map<Spot, Long> people, int periods) {
        Set<Spot> few = new HashSet<>();
        List<Line<Spot>> lines = new ArrayList<>();
        for (int period = 0; period < periods; period++) {
            List<Spot> parts = new ArrayList<>();
            for (int cohort = 0; cohort <= period; cohort++) {
                Spot spot = new Spot(cohort, period);
                parts.add(spot);
                long ofCohort = people.getOrDefault(new Spot(cohort, cohort), 0L);
                if (floor.withholds(ofCohort) || floor.withholds(people.getOrDefault(spot, 0L))) {
                    few.add(spot);
                }
            }
            lines.add(new Line<>(new Spot(EVERYBODY, period), parts));
        }
        return Siblings.withhold(lines, people, few, floor);
    }
}
