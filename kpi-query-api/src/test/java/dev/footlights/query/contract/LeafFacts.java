package dev.footlights.query.contract;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What people of a small organisation did, by team without teams below it and thing. The amounts are what an attacker doesn't know. */
final class LeafFacts {
    static final Map<String, List<String>> CHILDREN =
            Map.of("org", List.of("d1", "d2", "d3"), "d1", List.of("a", "b", "c"), "d2", List.of("x", "y"));
    static final List<String> TEAMS = List.of("org", "d1", "d2", "d3", "a", "b", "c", "x", "y");
    static final List<String> LEAVES = List.of("a", "b", "c", "x", "y", "d3");

    /** What one team's people did with one thing, and who they are. */
    static final class Done {
        long amount;
        final Set<Integer> people = new HashSet<>();

        Done and(Done other) {
            Done both = new Done();
            both.amount = amount + other.amount;
            both.people.addAll(people);
            both.people.addAll(other.people);
            return both;
        }
    }

    private final Map<String, Map<String, Done>> leaves = new LinkedHashMap<>();

    void add(String leaf, String thing, int actor, long amount) {
        Done done =
                leaves.computeIfAbsent(leaf, any -> new LinkedHashMap<>()).computeIfAbsent(thing, any -> new Done());
        done.amount += amount;
        done.people.add(actor);
    }

    /** A team's; empty when it has none of them. */
    Map<String, Done> of(String team) {
        Map<String, Done> all = new LinkedHashMap<>();
        below(team)
                .forEach(leaf -> leaves.getOrDefault(leaf, Map.of())
                        .forEach((thing, done) -> all.merge(thing, done, Done::and)));
        return all;
    }

    /** The team and those above it, up to the organisation. */
    static List<String> lineage(String leaf) {
        return TEAMS.stream()
                .filter(team -> below(team).contains(leaf))
                .toList()
                .reversed();
    }

    static List<String> below(String team) {
        return CHILDREN.containsKey(team)
                ? CHILDREN.getOrDefault(team, List.of()).stream()
                        .flatMap(child -> below(child).stream())
                        .toList()
                : List.of(team);
    }
}
