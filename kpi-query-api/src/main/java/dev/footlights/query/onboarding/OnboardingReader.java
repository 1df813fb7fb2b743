package dev.footlights.query.onboarding;

import dev.footlights.query.company.Company;
import dev.footlights.query.company.Crowd;
import dev.footlights.query.company.Entry;
import dev.footlights.query.figures.Cell;
import dev.footlights.query.onboarding.Activations.Joined;
import dev.footlights.query.onboarding.DaysToUnlock.Median;
import dev.footlights.query.period.Granularity;
import dev.footlights.query.period.Period;
import dev.footlights.query.request.Days;
import dev.footlights.query.rounds.Occasions;
import dev.footlights.query.rounds.RoundsByTeam;
import dev.footlights.query.store.ClickHouse;
import dev.footlights.query.store.Slots;
import dev.footlights.schemas.features.FeatureRules;
import dev.footlights.schemas.onboarding.Step;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
    private final Clock clock;
    private final ZoneId reportingZone;

    /**
     * Reads from a store.
     *
     * @param clock tells whose first days are over
     */
    public OnboardingReader(ClickHouse clickHouse, Clock clock, ZoneId reportingZone) {
        this.clickHouse = clickHouse;
        this.clock = clock;
        this.reportingZone = reportingZone;
    }

    /**
     * Adds a team's progress over the steps, as of the end of the days, to an answer.
     *
     * @param company of the team, which decides what is told
     */
    public void addTo(Map<String, @Nullable Object> body, String team, Company company, List<Step> steps, Days days) {
        Map<String, Progress> byTeam = progress(company.teams(), steps, days);
        Set<Entry> silent = silent(company, features(steps), days.period().andBefore());
        Set<Entry> cut =
                new UnlockRounds(clickHouse, reportingZone).untold(company, byTeam, features(steps), days.period());
        Set<Entry> untold = new ProgressDiscretion(company, steps.size(), silent, cut).withheld(byTeam);
        Progress progress = byTeam.getOrDefault(team, new Progress(features(steps), List.of(), List.of()));
        Map<String, Median> medians =
                clickHouse.run(new DaysToUnlock(List.of(team), progress.features(), slots(days))).stream()
                        .collect(Collectors.toMap(Median::feature, Function.identity()));
        Set<String> withheldMedians = withheldMedians(team, company, medians, days);
        medians.keySet().removeAll(withheldMedians);
        new ProgressJson(team, progress, steps, untold, medians, withheldMedians, days.zone()).addTo(body);
        body.put("newcomers", newcomers(team, company, days));
    }

    /** What was unlocked is what was ever used, so it isn't told where who used it until then isn't. */
    private static Set<Entry> silent(Company company, List<String> features, Period ever) {
        Set<Entry> silent = new HashSet<>();
        List<String> all = new ArrayList<>(features);
        all.add(FeatureRules.ALL);
        for (Cell cell : company.silent(all, Granularity.TOTAL, List.of(ever))) {
            if (cell.feature().equals(FeatureRules.ALL)) {
                silent.addAll(ProgressDiscretion.everything(cell.team(), features.size()));
            } else {
                silent.add(ProgressDiscretion.feature(cell.team(), features.indexOf(cell.feature())));
            }
        }
        return silent;
    }

    /** Those of too few people, and of features of which no figure of the team is told in the days. */
    private static Set<String> withheldMedians(String team, Company company, Map<String, Median> medians, Days days) {
        Set<Cell> silent = medians.isEmpty()
                ? Set.of()
                : company.silent(List.copyOf(medians.keySet()), Granularity.TOTAL, List.of(days.period()));
        return medians.values().stream()
                .filter(median -> company.floor().withholds(median.people())
                        || silent.contains(new Cell(team, median.feature(), days.begin())))
                .map(Median::feature)
                .collect(Collectors.toSet());
    }

    /** Each person's unlocked features in the order of the steps; people of the roster and those who were. */
    public List<Map<String, @Nullable Object>> people(String team, List<Step> steps, Days days) {
        Progress progress = progress(List.of(team), steps, days)
                .getOrDefault(team, new Progress(features(steps), List.of(), List.of()));
        Map<String, UnlockRows.Person> users =
                progress.users().stream().collect(Collectors.toMap(UnlockRows.Person::actor, Function.identity()));
        Set<String> roster = new LinkedHashSet<>(progress.roster());
        Set<String> everyone = new LinkedHashSet<>(roster);
        everyone.addAll(users.keySet());
        List<Map<String, @Nullable Object>> people = new ArrayList<>();
        for (String actor : everyone.stream().sorted().toList()) {
            Map<String, Long> firsts = users.getOrDefault(actor, new UnlockRows.Person(team, actor, Map.of()))
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

    private static List<String> features(List<Step> steps) {
        return steps.stream().map(Step::feature).toList();
    }

    /** Of each team with people. */
    private Map<String, Progress> progress(List<String> teams, List<Step> steps, Days days) {
        List<String> features = features(steps);
        Map<String, List<String>> rosters = clickHouse.run(new RosterActors(teams)).stream()
                .collect(Collectors.groupingBy(
                        RosterActors.Member::team,
                        Collectors.mapping(RosterActors.Member::actor, Collectors.toList())));
        Map<String, List<UnlockRows.Person>> users =
                clickHouse.run(new UnlockRows(teams, features, days.end().toEpochMilli())).stream()
                        .collect(Collectors.groupingBy(UnlockRows.Person::team));
        Set<String> peopled = new HashSet<>(rosters.keySet());
        peopled.addAll(users.keySet());
        Map<String, Progress> progress = new HashMap<>();
        peopled.forEach(team -> progress.put(
                team,
                new Progress(features, rosters.getOrDefault(team, List.of()), users.getOrDefault(team, List.of()))));
        return progress;
    }

    private Map<String, @Nullable Object> newcomers(String team, Company company, Days days) {
        Set<String> silent = company.silent(FeatureRules.ALL, days.period());
        Map<String, @Nullable Object> newcomers = new LinkedHashMap<>();
        for (int span : List.of(7, 30)) {
            List<Joined> all = clickHouse.run(new Activations(
                    company.teams(),
                    slots(days),
                    clock.instant(),
                    span,
                    company.floor().people()));
            Joined joined = all.stream()
                    .filter(each -> each.team().equals(team))
                    .findFirst()
                    .orElse(new Joined(team, days.begin(), 0, 0, 0, Crowd.NOBODY));
            Set<String> untold = new HashSet<>(silent);
            Occasions joining = Activations.occasions(
                    company.teams(),
                    clock.instant(),
                    span,
                    reportingZone,
                    company.floor().people());
            untold.addAll(RoundsByTeam.read(clickHouse, joining, company.floor(), company.lines())
                    .untold(days.period(), due(all)));
            boolean withheld = activatedWithheld(all, company, untold).contains(activated(team));
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

    private static Map<String, Long> due(List<Joined> all) {
        return all.stream().collect(Collectors.toMap(Joined::team, Joined::due, Long::sum));
    }

    /** Where too few joined, those who came aren't told, however many they are. */
    private static Set<Entry> activatedWithheld(List<Joined> all, Company company, Set<String> silent) {
        Map<Entry, Crowd> crowds = new HashMap<>();
        Set<Entry> withheld = new HashSet<>();
        for (Joined joined : all) {
            crowds.put(activated(joined.team()), joined.ofActivated());
            if (company.floor().withholds(joined.due()) || silent.contains(joined.team())) {
                withheld.add(activated(joined.team()));
            }
        }
        return company.withheld(crowds, withheld);
    }

    private static Entry activated(String team) {
        return new Entry(team, "activated");
    }

    private static Slots slots(Days days) {
        return new Slots(List.of(days.begin().getEpochSecond()), days.end().getEpochSecond());
    }
}
