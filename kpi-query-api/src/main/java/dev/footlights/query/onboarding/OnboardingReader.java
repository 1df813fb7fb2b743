package dev.footlights.query.onboarding;

import dev.footlights.query.privacy.Floor;
import dev.footlights.query.request.Days;
import dev.footlights.query.store.ClickHouse;
import dev.footlights.query.store.Slots;
import dev.footlights.schemas.onboarding.Step;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads how far a team has come. */
public final class OnboardingReader {
    private final ClickHouse clickHouse;
    private final Floor floor;
    private final Clock clock;

    /**
     * Reads from a store.
     *
     * @param clock tells whose first days are over
     */
    public OnboardingReader(ClickHouse clickHouse, Floor floor, Clock clock) {
        this.clickHouse = clickHouse;
        this.floor = floor;
        this.clock = clock;
    }

    /** Adds a team's progress over the steps, as of the end of the days, to an answer. */
    public void addTo(Map<String, @Nullable Object> body, String team, List<Step> steps, Days days) {
        Progress progress = progress(team, steps, days);
        Map<String, DaysToUnlock.Median> medians =
                clickHouse.run(new DaysToUnlock(List.of(team), progress.features(), slots(days))).stream()
                        .collect(Collectors.toMap(DaysToUnlock.Median::feature, Function.identity()));
        new ProgressJson(progress, steps, medians, floor, days.zone()).addTo(body);
        body.put("newcomers", newcomers(team, days));
    }

    /** Each person's unlocked features in the order of the steps; people of the roster and those who were. */
    public List<Map<String, @Nullable Object>> people(String team, List<Step> steps, Days days) {
        Progress progress = progress(team, steps, days);
        Map<String, UnlockRows.Person> users =
                progress.users().stream().collect(Collectors.toMap(UnlockRows.Person::actor, Function.identity()));
        Set<String> roster = new LinkedHashSet<>(progress.roster());
        Set<String> everyone = new LinkedHashSet<>(roster);
        everyone.addAll(users.keySet());
        List<Map<String, @Nullable Object>> people = new ArrayList<>();
        for (String actor : everyone.stream().sorted().toList()) {
            Map<String, Long> firsts = users.getOrDefault(actor, new UnlockRows.Person(actor, Map.of()))
                    .firsts();
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("person", actor);
            row.put("inRoster", roster.contains(actor));
            row.put(
                    "unlocked",
                    progress.features().stream().filter(firsts::containsKey).toList());
            row.put("progress", (double) firsts.size() / steps.size());
            people.add(row);
        }
        return people;
    }

    private Progress progress(String team, List<Step> steps, Days days) {
        List<String> features = steps.stream().map(Step::feature).toList();
        List<String> roster = clickHouse.run(new RosterActors(team));
        List<UnlockRows.Person> users =
                clickHouse.run(new UnlockRows(team, features, days.end().toEpochMilli()));
        return new Progress(features, roster, users);
    }

    private Map<String, @Nullable Object> newcomers(String team, Days days) {
        Map<String, @Nullable Object> newcomers = new LinkedHashMap<>();
        for (int span : List.of(7, 30)) {
            Activations.Joined joined =
                    clickHouse.run(new Activations(List.of(team), slots(days), clock.instant(), span)).stream()
                            .findFirst()
                            .orElse(new Activations.Joined(team, days.begin(), 0, 0, 0));
            boolean withheld = floor.withholds(joined.due()) || floor.withholds(joined.activated());
            Map<String, @Nullable Object> within = new LinkedHashMap<>();
            within.put("due", joined.due());
            within.put("activated", withheld ? null : joined.activated());
            within.put("rate", withheld || joined.due() == 0 ? null : (double) joined.activated() / joined.due());
            within.put("withheld", withheld);
            newcomers.put("joined", joined.people());
            newcomers.put("within" + span + "Days", within);
        }
        return newcomers;
    }

    private static Slots slots(Days days) {
        return new Slots(List.of(days.begin().getEpochSecond()), days.end().getEpochSecond());
    }
}
