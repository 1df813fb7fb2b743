package dev.footlights.query.funnel;

import dev.footlights.query.funnel.FirstTouches.Touches;
import dev.footlights.query.privacy.Floor;
import dev.footlights.query.store.ClickHouse;
import dev.footlights.query.store.TeamDays;
import java.util.ArrayList;
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
    private final Floor floor;

    public Funnel(ClickHouse clickHouse, Floor floor) {
        this.clickHouse = clickHouse;
        this.floor = floor;
    }

    /** The stages of each team, in the order of the teams and steps. */
    public List<Stage> stages(TeamDays days, List<Step> steps) {
        Map<String, List<Touches>> touches =
                clickHouse.run(new FirstTouches(days, steps)).stream().collect(Collectors.groupingBy(Touches::team));
        List<Stage> stages = new ArrayList<>();
        days.teams().forEach(team -> stages.addAll(stages(team, touches.getOrDefault(team, List.of()), steps)));
        return stages;
    }

    private List<Stage> stages(String team, List<Touches> touches, List<Step> steps) {
        List<Stage> stages = new ArrayList<>();
        List<Touches> here = touches;
        Long first = told(here);
        Long before = null;
        for (int number = 0; number < steps.size(); number++) {
            int step = number;
            if (number > 0) {
                here = here.stream().filter(person -> reaches(person, step)).toList();
            }
            Long people = told(here);
            stages.add(new Stage(
                    team,
                    number + 1,
                    steps.get(number),
                    people,
                    share(people, before),
                    share(people, first),
                    number == 0 || people == null ? null : median(here, number)));
            before = people;
        }
        return stages;
    }

    private static boolean reaches(Touches person, int step) {
        return person.millis().get(step) > 0
                && person.millis().get(step) >= person.millis().get(step - 1);
    }

    private @Nullable Long told(List<Touches> people) {
        return floor.withholds(people.size()) ? null : (Long) (long) people.size();
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
