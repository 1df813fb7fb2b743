package dev.footlights.query.campaign;

import dev.footlights.query.teams.TeamTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Matches teams that are strong in a feature with teams that are weak in it.
 *
 * <p>A team's rate is its active people ÷ its headcount; while they are too few to be told of it counts as 0, so that
 * no order tells of them. Strong: a rate among the highest third of the teams, of people who are told. Weak:
 * a rate among the lowest third. Teams with the same rate are on the same side of a line. Each weak team is matched with the
 * strong team that is nearest in the hierarchy (fewest steps up to a team that both belong to); of equally near ones with the
 * one of the highest rate, then by ref. Only pairs with a gap are suggested: the nearest first, then the largest gap, then by
 * refs.
 */
record Matching(TeamTree tree) {
    private static final double PART = 3;

    /**
     * A team and its people.
     *
     * @param people active in the feature; null when they are too few to be told of
     */
    record Candidate(String team, @Nullable Long people, long headcount) {
        double rate() {
            return people == null ? 0 : (double) people / headcount;
        }
    }

    /**
     * A suggestion.
     *
     * @param strong whose people are told
     * @param distance steps up from both to the team they share
     */
    record Pair(Candidate strong, Candidate weak, int distance) {
        double gap() {
            return strong.rate() - weak.rate();
        }

        boolean has(String team) {
            return strong.team().equals(team) || weak.team().equals(team);
        }
    }

    List<Pair> pairs(List<Candidate> candidates) {
        List<Candidate> ranked = candidates.stream()
                .sorted(Comparator.comparingDouble(Candidate::rate).thenComparing(Candidate::team))
                .toList();
        if (ranked.size() < 2) {
            return List.of();
        }
        int third = (int) Math.ceil(ranked.size() / PART);
        double lowest = ranked.get(third - 1).rate();
        double highest = ranked.get(ranked.size() - third).rate();
        List<Candidate> strong = ranked.stream()
                .filter(candidate -> candidate.rate() > 0 && candidate.rate() >= highest)
                .toList();
        List<Pair> pairs = new ArrayList<>();
        for (Candidate weak : ranked) {
            if (weak.rate() <= lowest) {
                strong.stream()
                        .filter(candidate -> candidate.rate() > weak.rate())
                        .min(Comparator.<Candidate>comparingInt(
                                        candidate -> tree.distance(candidate.team(), weak.team()))
                                .thenComparing(Comparator.comparingDouble(Candidate::rate)
                                        .reversed())
                                .thenComparing(Candidate::team))
                        .ifPresent(candidate ->
                                pairs.add(new Pair(candidate, weak, tree.distance(candidate.team(), weak.team()))));
            }
        }
        pairs.sort(Comparator.comparingInt(Pair::distance)
                .thenComparing(Comparator.comparingDouble(Pair::gap).reversed())
                .thenComparing(pair -> pair.weak().team()));
        return pairs;
    }
}
