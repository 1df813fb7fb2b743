package dev.footlights.query.privacy;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides which figures of a stretch of time are told. The decision depends on the facts alone, not on what is asked, so
 * that what one answer withholds no other tells.
 *
 * <p>What a withheld figure can't be worked out from: all other figures of the same stretch of time, of every team and
 * feature; all figures of the same team and feature, of whatever times and zones; and, by the argument of {@link Partners},
 * all of both. What it doesn't cover are people directly in a team that has teams below it: what they did is what that team did
 * less those below it.
 */
public final class Disclosure {
    private static final Tables.Names<Place> NAMES = new Tables.Names<>() {
        @Override
        public Place of(String team, String item) {
            return new Place(team, item);
        }

        @Override
        public Place all(String team) {
            return new Place(team, Place.ALL);
        }
    };

    private final Floor floor;
    private final List<Line<String>> families;
    private final List<String> features;
    private final Line<Place> organisation;
    private final Partners partners;
    private final Nothings nothings;
    private final Totals<Place> totals;
    private final Map<Place, Timeline> timelines;

    /**
     * What is withheld of single teams' features is never for the sake of a total or of the organisation's features, so these
     * can be decided without most of them: those that {@link Partners#alone} names must be known.
     *
     * @param families of teams, from the top down; none when only the organisation is asked
     * @param features single ones that are asked, or must be known
     * @param timelines of the places whose time can't be cut anywhere
     */
    public Disclosure(
            Floor floor,
            List<Line<String>> families,
            Collection<String> features,
            Partners partners,
            Map<Place, Timeline> timelines) {
        this.floor = floor;
        this.families = List.copyOf(families);
        this.features = partners.inOrder(features);
        this.organisation = new Line<>(
                NAMES.all(Place.ORGANISATION),
                this.features.stream()
                        .map(feature -> NAMES.of(Place.ORGANISATION, feature))
                        .toList());
        this.partners = partners;
        this.nothings = new Nothings(partners, places(families, this.features));
        this.totals = Totals.of(floor, families, NAMES::all);
        this.timelines = Map.copyOf(timelines);
    }

    private static Set<Place> places(List<Line<String>> families, List<String> features) {
        Set<String> teams = new HashSet<>(Set.of(Place.ORGANISATION));
        families.forEach(family -> teams.addAll(family.parts()));
        Set<Place> places = new HashSet<>();
        for (String team : teams) {
            places.add(NAMES.all(team));
            features.forEach(feature -> places.add(NAMES.of(team, feature)));
        }
        return places;
    }

    /**
     * The places that nothing is told of, from start to end.
     *
     * @param people active then; missing for nobody
     */
    public Map<Place, Reason> withheld(Instant start, Instant end, Map<Place, Long> people) {
        Map<Place, Reason> reasons = new HashMap<>();
        people.forEach((place, active) -> {
            if (floor.withholds(active)) {
                reasons.put(place, Reason.FEW_PEOPLE);
            } else if (active > 0 && !cuttable(place, start, end)) {
                reasons.put(place, Reason.NEIGHBOURS);
            }
        });
        People<Place> active = People.counted(people);
        Set<Place> all = partners.withhold(reasons.keySet());
        all.addAll(nothings.withheld(active));
        all = Siblings.withhold(List.of(organisation), active, all, floor);
        all = totals.withhold(active, all);
        all = new Tables<>(NAMES, features, active, floor, families).withhold(all);
        all.forEach(place -> reasons.putIfAbsent(place, Reason.NEIGHBOURS));
        return reasons;
    }

    private boolean cuttable(Place place, Instant start, Instant end) {
        Timeline timeline = timelines.get(place);
        return timeline == null || (timeline.cuttable(start) && timeline.cuttable(end));
    }
}
