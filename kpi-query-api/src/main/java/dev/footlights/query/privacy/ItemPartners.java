package dev.footlights.query.privacy;

import dev.footlights.query.privacy.EverUsed.Preference;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@link Partners} of what teams do with items of lists, in place of features; where items add up to a figure that is told of a
 * feature, partners have another item of the same feature. What is never told is given up first, which costs nothing; there is
 * nearly always some. For several threads.
 */
public final class ItemPartners {
    /** Stands for an item that is called like all of them. */
    private static final String STAR = "\0*";

    private final Map<Place, Partners> partners = new HashMap<>();

    /**
     * What people of a team did with an item.
     *
     * @param feature with whose figures the items are held; empty for items that don't add up to any
     */
    public record Use(String team, String item, String feature) {
        Place place() {
            return named(new Place(team, item));
        }
    }

    /**
     * Finds partners when they are needed.
     *
     * @param families every team with teams below it, and these
     * @param ever how many people ever did
     */
    public ItemPartners(Floor floor, Collection<Line<String>> families, Map<Use, Long> ever) {
        Map<String, Map<Place, Long>> byFeature = new HashMap<>();
        ever.forEach((use, people) ->
                byFeature.computeIfAbsent(use.feature(), any -> new HashMap<>()).put(use.place(), people));
        Map<String, Partners> ofFeatures = new HashMap<>();
        byFeature.forEach((feature, places) -> ofFeatures.put(
                feature,
                new Partners(families, items(feature, places), new EverUsed(floor, places, Preference.NEVER_TOLD))));
        mainFeatures(ever)
                .forEach((place, feature) -> partners.put(place, Objects.requireNonNull(ofFeatures.get(feature))));
    }

    private static Place named(Place place) {
        return place.feature().equals(Place.ALL) ? new Place(place.team(), STAR) : place;
    }

    private static Place unnamed(Place place) {
        return place.feature().equals(STAR) ? new Place(place.team(), Place.ALL) : place;
    }

    private static Set<String> items(String feature, Map<Place, Long> places) {
        return feature.isEmpty()
                ? Set.of()
                : places.keySet().stream().map(Place::feature).collect(Collectors.toSet());
    }

    /** Of each item the feature in which most people of the organisation used it, or else of the team. */
    private static Map<Place, String> mainFeatures(Map<Use, Long> ever) {
        Comparator<Entry<Use, Long>> mostLast = Entry.<Use, Long>comparingByValue()
                .thenComparing(use -> use.getKey().feature());
        Map<String, String> ofAll = new HashMap<>();
        Map<Place, String> features = new HashMap<>();
        ever.entrySet().stream().sorted(mostLast).forEach(each -> {
            Use use = each.getKey();
            features.put(use.place(), use.feature());
            if (use.team().equals(Place.ORGANISATION)) {
                ofAll.put(use.item(), use.feature());
            }
        });
        ever.keySet().stream()
                .filter(use -> use.feature().equals(ofAll.get(use.item())))
                .forEach(use -> features.put(use.place(), use.feature()));
        return features;
    }

    /** What teams ever used. */
    public Set<Place> everUsed(Set<String> teams) {
        return partners.keySet().stream()
                .filter(place -> teams.contains(place.team()))
                .map(ItemPartners::unnamed)
                .collect(Collectors.toSet());
    }

    /** What teams ever did with other items for the sake of which some of these aren't told. */
    public Set<Place> hidingBehind(Set<String> items, Set<String> teams) {
        return partners.keySet().stream()
                .filter(place -> teams.contains(place.team()))
                .filter(place -> of(place).stream()
                        .anyMatch(partner -> !partner.feature().equals(place.feature())
                                && !partner.feature().equals(Place.ALL)
                                && items.contains(unnamed(partner).feature())))
                .map(ItemPartners::unnamed)
                .collect(Collectors.toSet());
    }

    /**
     * What isn't told for reasons of its own, with what isn't told for its sake; among it what is about nobody.
     *
     * @param own for reasons of their own
     * @param people who used what in a stretch of time; missing for nobody
     */
    public Set<Place> withhold(Set<Place> own, Map<Place, Long> people) {
        Map<Place, Long> counts = new HashMap<>();
        people.forEach((place, number) -> counts.put(named(place), number));
        People<Place> counted = People.counted(counts);
        Set<Place> all = new HashSet<>();
        own.forEach(place -> {
            all.add(named(place));
            all.addAll(of(named(place)));
        });
        counts.keySet().forEach(place -> all.addAll(nothings(place, counted)));
        return all.stream()
                .filter(place -> !place.feature().equals(Place.ALL))
                .map(ItemPartners::unnamed)
                .collect(Collectors.toSet());
    }

    /** What hides a place and is about nobody, and a sister that did something, as in {@link Nothings}. */
    private Set<Place> nothings(Place hiding, People<Place> people) {
        Set<Place> nothings = new HashSet<>();
        Partners ofFeature = partners.get(hiding);
        if (ofFeature != null && people.of(hiding) > 0) {
            for (Place partner : ofFeature.of(hiding)) {
                if (partner.feature().equals(hiding.feature()) && people.of(partner) == 0) {
                    nothings.add(partner);
                    ofFeature.firstOfFamily(partner, people).ifPresent(nothings::add);
                }
            }
        }
        return nothings;
    }

    /** Of what was first used a moment ago nothing is known yet. */
    private Set<Place> of(Place place) {
        Partners ofFeature = partners.get(place);
        return ofFeature == null ? Set.of() : ofFeature.of(place);
    }
}
