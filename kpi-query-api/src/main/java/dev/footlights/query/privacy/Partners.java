package dev.footlights.query.privacy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every team has a sister as its partner, and every feature another one, whatever stretch of time is asked about. What isn't
 * told of a team and feature for reasons of its own isn't told of the partner either, nor of the partner of the feature in
 * both; and what isn't told of a team above isn't of one below it.
 *
 * <p>So figures of many teams and many stretches of time tell no more of a place together than its own times do. Let y and x
 * be partners, and f and g. Some change of y's figures of f leaves all of these that are told as they are: that they don't
 * tell the others means just that. The same may be taken from x's f and from y's g, and be given to x's g. Each of these is
 * told only where y's f is, so that what is told of it stays as it is, and no total changes at all. If a companion were
 * chosen anew for each stretch of time, it would be told in some of those where y isn't, and y with it.
 *
 * <p>As nobody does less than nothing, nothing can be taken from a team that never used a feature. So partners are those that
 * did; where there is none, there is no partner. Which one is the same for nearly all sisters ({@link EverUsed}), so that
 * few figures are lost.
 */
final class Partners {
    private final List<Line<String>> families;
    private final List<String> features;
    private final EverUsed everUsed;
    /** Who gives up a feature first: for the team above it, its children that ever used it. */
    private final Map<Place, List<String>> givers = new HashMap<>();

    /**
     * @param families a team, and the teams just below it, from the top down
     * @param features single ones, in the order in which they are given up for others; none when none is asked
     */
    Partners(List<Line<String>> families, List<String> features, EverUsed everUsed) {
        this.families = List.copyOf(families);
        this.features = List.copyOf(features);
        this.everUsed = everUsed;
    }

    /** What isn't told for reasons of its own, with what isn't told for its sake. */
    Set<Place> withhold(Set<Place> own) {
        Set<Place> all = new HashSet<>(own);
        if (all.isEmpty()) {
            return all;
        }
        List<String> organisation = List.of(Place.ORGANISATION);
        untold(Place.ORGANISATION, own).forEach(feature -> add(organisation, feature, all));
        for (Line<String> family : families) {
            for (String feature : untold(family.whole(), all)) {
                givers(family, feature).stream().findFirst().ifPresent(team -> add(List.of(team), feature, all));
            }
            for (String team : family.parts()) {
                for (String feature : untold(team, own)) {
                    givers(family, feature).stream()
                            .filter(giver -> !giver.equals(team))
                            .findFirst()
                            .ifPresent(partner -> add(List.of(team, partner), feature, all));
                }
            }
        }
        return all;
    }

    private List<String> untold(String team, Set<Place> withheld) {
        return Stream.concat(Stream.of(Place.ALL), features.stream())
                .filter(feature -> withheld.contains(new Place(team, feature)))
                .toList();
    }

    /** With the partner of the feature. */
    private void add(List<String> teams, String feature, Set<Place> withheld) {
        teams.forEach(team -> withheld.add(new Place(team, feature)));
        partner(teams, feature).ifPresent(partner -> teams.forEach(team -> withheld.add(new Place(team, partner))));
    }

    private Optional<String> partner(List<String> teams, String feature) {
        return features.stream()
                .filter(other -> !other.equals(feature))
                .filter(other -> teams.stream().allMatch(team -> everUsed.any(new Place(team, other))))
                .findFirst();
    }

    private List<String> givers(Line<String> family, String feature) {
        return givers.computeIfAbsent(
                new Place(family.whole(), feature),
                any -> everUsed.inOrder(
                        family.parts().stream()
                                .filter(team -> everUsed.any(new Place(team, feature)))
                                .toList(),
                        team -> new Place(team, feature)));
    }
}
