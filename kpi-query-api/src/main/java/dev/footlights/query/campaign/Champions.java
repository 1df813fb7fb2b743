package dev.footlights.query.campaign;

import dev.footlights.query.answer.Answers;
import dev.footlights.query.answer.Row;
import dev.footlights.query.period.Granularity;
import dev.footlights.query.privacy.Floor;
import dev.footlights.query.privacy.Reason;
import dev.footlights.query.request.Days;
import dev.footlights.query.request.Question;
import dev.footlights.query.teams.TeamTree;
import dev.footlights.schemas.kpis.Kpi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Suggests which team could show a feature to which other. Teams are the leaf teams with a headcount of the floor or more. What
 * they use is what {@code adoption-rate} tells of them, so that nothing is told here that isn't told there: a team whose rate is
 * withheld for the sake of others is in no suggestion.
 */
public final class Champions {
    private final Answers answers;
    private final Kpi adoptionRate;
    private final Floor floor;

    public Champions(Answers answers, Kpi adoptionRate, Floor floor) {
        this.answers = answers;
        this.adoptionRate = adoptionRate;
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
            Map<String, String> titles, Wanted wanted, TeamTree tree, Days days) {
        List<Map<String, @Nullable Object>> suggestions = new ArrayList<>();
        if (tree.leaves().isEmpty() || titles.isEmpty()) {
            return suggestions;
        }
        Map<String, List<Matching.Candidate>> candidates =
                candidates(tree.leaves(), List.copyOf(titles.keySet()), days);
        Matching matching = new Matching(tree);
        titles.forEach((feature, title) -> matching.pairs(candidates.getOrDefault(feature, List.of())).stream()
                .filter(pair -> wanted.team().isEmpty() || pair.has(wanted.team()))
                .limit(wanted.onlyBest() ? 1 : Long.MAX_VALUE)
                .forEach(pair -> suggestions.add(json(feature, title, pair, tree))));
        return suggestions;
    }

    /** By feature. */
    private Map<String, List<Matching.Candidate>> candidates(List<String> teams, List<String> features, Days days) {
        Question question = new Question(
                adoptionRate, days.from(), days.to(), Granularity.TOTAL, teams, features, days.zone(), false);
        return answers.answer(question).rows().stream()
                .filter(row -> row.headcount().orElse(0) >= Math.max(1, floor.people()))
                .filter(row -> row.withheldBecause() != Reason.NEIGHBOURS)
                .collect(Collectors.groupingBy(
                        Row::feature, Collectors.mapping(Champions::candidate, Collectors.toList())));
    }

    private static Matching.Candidate candidate(Row row) {
        long headcount = row.headcount().orElseThrow();
        Number rate = row.value();
        return new Matching.Candidate(
                row.team(), rate == null ? null : (Long) Math.round(rate.doubleValue() * headcount), headcount);
    }

    private Map<String, @Nullable Object> json(String feature, String title, Matching.Pair pair, TeamTree tree) {
        boolean withheld = pair.weak().people() == null;
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("feature", feature);
        json.put("title", title);
        json.put("strong", team(pair.strong(), tree));
        json.put("weak", team(pair.weak(), tree));
        json.put("gap", withheld ? null : (Double) pair.gap());
        json.put("distance", pair.distance());
        json.put("common", tree.commonAncestor(pair.strong().team(), pair.weak().team()));
        json.put("suggestion", sentence(title, pair, tree));
        return json;
    }

    private static Map<String, @Nullable Object> team(Matching.Candidate team, TeamTree tree) {
        boolean withheld = team.people() == null;
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("team", team.team());
        json.put("title", tree.title(team.team()));
        json.put("people", team.people());
        json.put("headcount", team.headcount());
        json.put("rate", withheld ? null : (Double) team.rate());
        json.put("withheld", withheld);
        return json;
    }

    private String sentence(String title, Matching.Pair pair, TeamTree tree) {
        String weak = pair.weak().people() == null
                ? "fewer than " + floor.people()
                : percent(pair.weak().rate());
        return "Ask " + tree.title(pair.strong().team()) + " to show " + title + " to "
                + tree.title(pair.weak().team()) + ": "
                + percent(pair.strong().rate()) + " of the people there use it, here " + weak + ".";
    }

    private static String percent(double rate) {
        return String.format(Locale.ROOT, "%.0f %%", rate * 100);
    }
}
