package dev.footlights.query.funnel;

import dev.footlights.query.company.Company;
import dev.footlights.query.company.Entry;
import dev.footlights.query.funnel.FirstTouches.Touches;
import dev.footlights.query.period.Period;
import dev.footlights.query.privacy.Reason;
import dev.footlights.query.store.ClickHouse;
import dev.footlights.query.store.TeamDays;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Counts how far people come. A person's touch of a step is their first matching event in the team and days. They reach
 * the first step by touching it, and each further one when they reached the step before and did not touch the further
 * one earlier than that. Who touched the steps the other way round is not counted as going from one to the other, even
 * if they touched the further one again later.
 */
public final class Funnel {
    private static final double MILLIS = 1_000;

    private final ClickHouse clickHouse;

    public Funnel(ClickHouse clickHouse) {
        this.clickHouse = clickHouse;
    }

    /**
     * The stages of each team, in the order of the teams and steps.
     *
     * @param company of the teams
     */
    public List<Stage> stages(List<String> teams, Company company, Period period, List<Step> steps) {
        List<String> all = company.teams();
        Map<String, List<Touches>> touches =
                clickHouse.run(new FirstTouches(new TeamDays(all, period.start(), period.end()), steps)).stream()
                        .collect(Collectors.groupingBy(Touches::team));
        Map<String, List<List<Touches>>> reached = new HashMap<>();
        all.forEach(team -> reached.put(team, reached(touches.getOrDefault(team, List.of()), steps.size())));
        Map<Entry, Reason> withheld = new StepDiscretion(company, period, steps).withheld(reached);
        List<Stage> stages = new ArrayList<>();
        teams.forEach(team -> stages.addAll(stages(team, reached.getOrDefault(team, List.of()), steps, withheld)));
        return stages;
    }

    /** Who reached each step. */
    private static List<List<Touches>> reached(List<Touches> touches, int steps) {
        List<List<Touches>> reached = new ArrayList<>(List.of(touches));
        for (int number = 1; number < steps; number++) {
            int step = number;
            reached.add(reached.getLast().stream()
                    .filter(person -> reaches(person, step))
                    .toList());
        }
        return reached;
    }

    private static List<Stage> stages(
            String team, List<List<Touches>> reached, List<Step> steps, Map<Entry, Reason> withheld) {
        List<Stage> stages = new ArrayList<>();
        Long first = null;
        Long before = null;
        for (int number = 0; number < reached.size(); number++) {
            List<Touches> here = reached.get(number);
            Reason because = withheld.get(StepDiscretion.entry(team, number));
            Long people = because == null ? (Long) (long) here.size() : null;
            first = number == 0 ? people : first;
            stages.add(new Stage(
                    team,
                    number + 1,
                    steps.get(number),
                    people,
                    share(people, before),
                    share(people, first),
                    number == 0 || people == null ? null : median(here, number),
                    because));
            before = people;
        }
        return stages;
    }

    private static boolean reaches(Touches person, int step) {
        return person.millis().get(step) > 0
                && person.millis().get(step) >= person.millis().get(step - 1);
    }

    private static @Nullable Double share(@Nullable Long people, @Nullable Long of) {
        return people == null || of == null || of == 0 ? null : (Double) ((double) people / of);
    }

    /** Of an even number the mean of the middle two. */
    private static @Nullable Double median(List<Touches> people, int step) {
        List<Long> waits = people.stream()
                .map(person -> person.millis().get(step) - person.millis().get(step - 1))
                .sorted()
                .toList();
        int half = waits.size() / 2;
        if (waits.isEmpty()) {
            return null;
        }
        return waits.size() % 2 == 1
                ? waits.get(half) / MILLIS
                : (waits.get(half - 1) + waits.get(half)) / 2.0 / MILLIS;
    }
}
