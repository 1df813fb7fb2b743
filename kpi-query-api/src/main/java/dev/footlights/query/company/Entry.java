package dev.footlights.query.company;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a team has of one item of a list.
 *
 * @param item empty for all of them together
 */
public record Entry(String team, String item) {
    /** All items of the team together. */
    public static Entry all(String team) {
        return new Entry(team, "");
    }

    /** Those of teams of which nothing is told. */
    public static Set<Entry> of(Set<String> teams, Collection<Entry> entries) {
        return entries.stream().filter(entry -> teams.contains(entry.team())).collect(Collectors.toSet());
    }

    /** The totals of teams. */
    public static Set<Entry> totals(Set<String> teams) {
        return teams.stream().map(Entry::all).collect(Collectors.toSet());
    }
}
