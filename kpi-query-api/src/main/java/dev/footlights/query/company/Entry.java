package dev.footlights.query.company;

import dev.footlights.query.privacy.Place;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
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

    /** Places whose features are items. */
    public static Set<Entry> ofPlaces(Collection<Place> places) {
        return places.stream()
                .map(place -> new Entry(place.team(), place.feature()))
                .collect(Collectors.toSet());
    }

    /** Whom places are about, whose features are items. */
    public static Map<Place, Long> people(Map<Entry, Crowd> crowds) {
        Map<Place, Long> people = new HashMap<>();
        crowds.forEach((entry, crowd) -> people.put(new Place(entry.team(), entry.item()), crowd.people()));
        return people;
    }

    /** The totals of teams. */
    public static Set<Entry> totals(Set<String> teams) {
        return teams.stream().map(Entry::all).collect(Collectors.toSet());
    }
}
