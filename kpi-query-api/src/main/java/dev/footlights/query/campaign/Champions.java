package dev.footlights.query.campaign;

import dev.footlights.query.privacy.Floor;
import dev.footlights.query.request.Days;
import dev.footlights.query.store.ClickHouse;
import dev.footlights.query.store.Slots;
import dev.footlights.query.teams.TeamTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Suggests which team could show a feature to which other. Teams are the leaf teams with a headcount of the floor or more. */
public final class Champions {
    private final ClickHouse clickHouse;
    private final Floor floor;

    public Champions(ClickHouse clickHouse, Floor floor) {
        this.clickHouse = clickHouse;
        this.floor = floor;
    }

    /**
     * Which suggestions are told.
     *
     * @param onlyBest whether each feature has its first only
     * @param team only those in which this one shows or is shown; empty for all
     */
    public record Wanted(boolean onlyBest, String team) {}

    /**
     * The suggestions for some features, each feature's in the order of {@link Matching}.
     *
     * @param titles of the features by their ids, in order
     * @param wanted which of them are told
     */
    public List<Map<String, @Nullable Object>> suggestions(
            Map<String, String> titles, Wanted wanted, TeamTree tree, Map<String, Long> headcounts, Days days) {
        List<String> teams = tree.leaves().stream()
                .filter(team -> headcounts.getOrDefault(team, 0L) >= Math.max(1, floor.people()))
                .toList();
        List<Map<String, @Nullable Object>> suggestions = new ArrayList<>();
        if (teams.isEmpty() || titles.isEmpty()) {
            return suggestions;
        }
        Map<String, Map<String, Long>> people = people(teams, List.copyOf(titles.keySet()), days);
        Matching matching = new Matching(tree, floor);
        titles.forEach((feature, title) -> {
            Map<String, Long> active = people.getOrDefault(feature, Map.of());
            matching
                    .pairs(teams.stream()
                            .map(team -> new Matching.Candidate(
                                    team, active.getOrDefault(team, 0L), headcounts.getOrDefault(team, 1L)))
                            .toList())
                    .stream()
                    .filter(pair -> wanted.team().isEmpty() || pair.has(wanted.team()))
                    .limit(wanted.onlyBest() ? 1 : Long.MAX_VALUE)
                    .forEach(pair -> suggestions.add(json(feature, title, pair, matching)));
        });
        return suggestions;
    }

    private Map<String, Map<String, Long>> people(List<String> teams, List<String> features, Days days) {
        Slots slots =
                new Slots(List.of(days.begin().getEpochSecond()), days.end().getEpochSecond());
        Map<String, Map<String, Long>> people = new HashMap<>();
        clickHouse
                .run(new TeamUse(teams, features, slots))
                .forEach(use -> people.computeIfAbsent(use.feature(), key -> new HashMap<>())
                        .put(use.team(), use.people()));
        return people;
    }

    private Map<String, @Nullable Object> json(String feature, String title, Matching.Pair pair, Matching matching) {
        boolean withheld = floor.withholds(pair.weak().people());
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("feature", feature);
        json.put("title", title);
        json.put("strong", team(pair.strong(), matching, false));
        json.put("weak", team(pair.weak(), matching, withheld));
        json.put("gap", withheld ? null : matching.rate(pair.strong()) - matching.rate(pair.weak()));
        json.put("distance", pair.distance());
        json.put(
                "common",
                matching.tree().commonAncestor(pair.strong().team(), pair.weak().team()));
        json.put("suggestion", sentence(title, pair, matching, withheld));
        return json;
    }

    private static Map<String, @Nullable Object> team(Matching.Candidate team, Matching matching, boolean withheld) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("team", team.team());
        json.put("title", matching.tree().title(team.team()));
        json.put("people", withheld ? null : team.people());
        json.put("headcount", team.headcount());
        json.put("rate", withheld ? null : matching.rate(team));
        json.put("withheld", withheld);
        return json;
    }

    private String sentence(String title, Matching.Pair pair, Matching matching, boolean withheld) {
        String weak = withheld ? "fewer than " + floor.people() : percent(matching.rate(pair.weak()));
        return "Ask " + matching.tree().title(pair.strong().team()) + " to show " + title + " to "
                + matching.tree().title(pair.weak().team()) + ": "
                + percent(matching.rate(pair.strong())) + " of the people there use it, here " + weak + ".";
    }

    private static String percent(double rate) {
        return String.format(Locale.ROOT, "%.0f %%", rate * 100);
    }
}
