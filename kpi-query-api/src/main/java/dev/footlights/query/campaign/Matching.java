package dev.footlights.query.campaign;

import dev.footlights.query.privacy.Floor;
import dev.footlights.query.teams.TeamTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Matches teams that are strong in a feature with teams that are weak in it.
 *
 * <p>A team's rate is its active people ÷ its headcount; while fewer people than the floor are active it counts as 0, so that
 * no order tells of them. Strong: a rate among the highest third of the teams, and at least the floor of active people. Weak:
 * a rate among the lowest third. Teams with the same rate are on the same side of a line. Each weak team is matched with the
 * strong team that is nearest in the hierarchy (fewest steps up to a team that both belong to); of equally near ones with the
 * one of the highest rate, then by ref. Only pairs with a gap are suggested: the nearest first, then the largest gap, then by
 * refs.
 */
record Matching(TeamTree tree, Floor floor) {
    private static final double PART = 3;

    /**
     * A team and its people.
     *
     * @param people active in the feature
     */
    record Candidate(String team, long people, long headcount) {}

    /**
     * A suggestion.
     *
     * @param distance steps up from both to the team they share
     */
    record Pair(Candidate strong, Candidate weak, int distance) {
        boolean has(String team) {
            return strong.team().equals(team) || weak.team().equals(team);
        }
    }

    List<Pair> pairs(List<Candidate> candidates) {
        List<Candidate> ranked = candidates.stream()
                .sorted(Comparator.comparingDouble(this::rate).thenComparing(Candidate::team))
                .toList();
        if (ranked.size() < 2) {
            return List.of();
        }
        int third = (int) Math.ceil(ranked.size() / PART);
        double lowest = rate(ranked.get(third - 1));
        double highest = rate(ranked.get(ranked.size() - third));
        List<Candidate> strong = ranked.stream()
                .filter(candidate -> rate(candidate) >= highest && candidate.people() >= Math.max(1, floor.people()))
                .toList();
        List<Pair> pairs = new ArrayList<>();
        for (Candidate weak : ranked) {
            if (rate(weak) <= lowest) {
                strong.stream()
                        .filter(candidate -> rate(candidate) > rate(weak))
                        .min(Comparator.<Candidate>comparingInt(
                                        candidate -> tree.distance(candidate.team(), weak.team()))
                                .thenComparing(
                                        Comparator.comparingDouble(this::rate).reversed())
                                .thenComparing(Candidate::team))
                        .ifPresent(candidate ->
                                pairs.add(new Pair(candidate, weak, tree.distance(candidate.team(), weak.team()))));
            }
        }
        pairs.sort(Comparator.comparingInt(Pair::distance)
                .thenComparing(Comparator.comparingDouble(this::gap).reversed())
                .thenComparing(pair -> pair.weak().team()));
        return pairs;
    }

    double rate(Candidate candidate) {
        return floor.withholds(candidate.people()) ? 0 : (double) candidate.people() / candidate.headcount();
    }

    private double gap(Pair pair) {
        return rate(pair.strong()) - rate(pair.weak());
    }
}
