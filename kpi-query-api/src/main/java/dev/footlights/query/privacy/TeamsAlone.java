package dev.footlights.query.privacy;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides which teams' figures are told where they add up to those of the teams above and are of no feature: with the same
 * {@link Partners} at all times.
 */
public final class TeamsAlone {
    private final Floor floor;
    private final Partners partners;
    private final Nothings nothings;

    /**
     * The decisions are made by {@link #withheld}.
     *
     * @param families of teams
     * @param ever how many people of each team the figures were ever about; missing for nobody
     */
    public TeamsAlone(Floor floor, Collection<Line<String>> families, Map<String, Long> ever) {
        this.floor = floor;
        Map<Place, Long> places = places(ever);
        this.partners = new Partners(families, Set.of(), new EverUsed(floor, places));
        this.nothings = new Nothings(partners, places.keySet());
    }

    /**
     * Every team of which nothing is told of some time.
     *
     * @param people whom the figures of each team are about then; missing for nobody
     * @param own teams that may not be told for reasons of their own, beside those of too few people
     */
    public Set<String> withheld(Map<String, Long> people, Set<String> own) {
        Set<Place> withheld = new HashSet<>();
        people.forEach((team, number) -> {
            if (floor.withholds(number) || (number > 0 && own.contains(team))) {
                withheld.add(place(team));
            }
        });
        Set<Place> all = partners.withhold(withheld);
        all.addAll(nothings.withheld(People.counted(places(people))));
        return all.stream().map(Place::team).collect(Collectors.toSet());
    }

    private static Map<Place, Long> places(Map<String, Long> people) {
        Map<Place, Long> places = new HashMap<>();
        people.forEach((team, number) -> places.put(place(team), number));
        return places;
    }

    private static Place place(String team) {
        return new Place(team, Place.ALL);
    }
}
