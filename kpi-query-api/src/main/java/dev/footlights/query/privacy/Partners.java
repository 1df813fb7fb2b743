package dev.footlights.query.privacy;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Every team has a sister as its partner for each feature, and both have another feature, whatever stretch of time is asked
 * about. What isn't told of a team and feature for reasons of its own isn't told of these three others either, nor of one team
 * below each of both, and so on down.
 *
 * <p>So figures of many teams and many stretches of time tell no more of a place together than its own times do. Let y and x
 * be partners, and f and g. Some change of y's figures of f leaves all of these that are told as they are: that they don't
 * tell the others means just that. The same may be taken from x's f and from y's g, and be given to x's g. Each of these is
 * told only where y's f is, so that what is told of it stays as it is, and no total changes at all. If a companion were
 * chosen anew for each stretch of time, it would be told in some of those where y isn't, and y with it.
 *
 * <p>As nobody does less than nothing, nothing can be taken from a team that never used a feature. So partners are those that
 * did. Where no sister did, what a team did is what the team above it did, and both have the same partners. Where partners
 * share no other feature, their totals aren't told instead: these then change with f. And that a partner did nothing for a
 * while isn't told while it hides something ({@link Nothings}).
 *
 * <p>Which sister it is is the same for nearly all of them ({@link EverUsed}), so that few figures are lost. For several
 * threads.
 */
public final class Partners {
    private final Map<String, List<String>> children = new HashMap<>();
    private final Map<String, String> parents = new HashMap<>();
    private final List<String> features;
    private final EverUsed everUsed;
    private final Map<Place, Set<Place>> known = new ConcurrentHashMap<>();
    /** What is rather given up of each team. */
    private final Map<String, List<String>> rather = new ConcurrentHashMap<>();

    private final Map<String, Set<String>> alone = new ConcurrentHashMap<>();
    /** The teams just below one that ever used a feature, in the order in which they are given up. */
    private final Map<Place, List<Place>> below = new ConcurrentHashMap<>();

    /**
     * Finds partners when they are needed, each once.
     *
     * @param families every team with teams below it, and these
     * @param features every single one; none where figures are of teams alone
     */
    public Partners(Collection<Line<String>> families, Collection<String> features, EverUsed everUsed) {
        families.forEach(family -> {
            children.put(family.whole(), family.parts());
            family.parts().forEach(child -> parents.put(child, family.whole()));
        });
        this.features = everUsed.inOrder(features, feature -> new Place(Place.ORGANISATION, feature));
        this.everUsed = everUsed;
    }

    /** Some features, in the order in which they are given up for others. */
    List<String> inOrder(Collection<String> some) {
        return features.stream().filter(some::contains).toList();
    }

    /** Those that anybody ever used. */
    List<Place> everUsed(Collection<Place> some) {
        return some.stream().filter(everUsed::any).toList();
    }

    /** What isn't told for reasons of its own, with what isn't told for its sake. */
    Set<Place> withhold(Set<Place> own) {
        Set<Place> all = new HashSet<>(own);
        own.forEach(place -> all.addAll(of(place)));
        return all;
    }

    /** What isn't told where a place isn't for reasons of its own. */
    Set<Place> of(Place place) {
        Set<Place> partners = known.get(place);
        if (partners == null) {
            partners = find(place.team(), place.feature(), withThoseBelow(place, Set.of()));
            known.put(place, partners);
        }
        return partners;
    }

    /**
     * The features of which it must be known what these teams did before anything is told of their totals: partners share no
     * other one.
     */
    public Set<String> alone(Collection<String> teams) {
        Set<String> all = new HashSet<>();
        teams.forEach(team -> all.addAll(alone.computeIfAbsent(team, this::findAlone)));
        return all;
    }

    /** Of the place and its sisters with the same feature, the first that isn't about nobody. */
    Optional<Place> firstOfFamily(Place place, People<Place> people) {
        return family(place).stream().filter(sister -> people.of(sister) > 0).findFirst();
    }

    /**
     * What changes together, so that nothing above it does.
     *
     * @param changing the team, and those below and above it whose figures change with the place's
     */
    private Set<Place> find(String team, String feature, Set<String> changing) {
        String parent = parents.get(team);
        if (parent == null || changing.contains(parent)) {
            return places(changing, feature, shared(changing, feature, false).orElse(Place.ALL));
        }
        List<Place> sisters = family(new Place(team, feature)).stream()
                .filter(sister -> !sister.team().equals(team))
                .toList();
        return sharing(sisters, changing, feature).orElseGet(() -> {
            if (sisters.isEmpty() || feature.equals(Place.ALL)) {
                // Totals without another feature change with the team above, as does what no sister ever did
                Set<String> withParent = new LinkedHashSet<>(changing);
                withParent.add(parent);
                return find(parent, feature, withParent);
            }
            return places(withThoseBelow(sisters.getFirst(), changing), feature, Place.ALL);
        });
    }

    /**
     * The same teams with the first sister, and those below it, of which there is another feature that all teams ever used, of those
     * rather given up if there is one.
     *
     * @param sisters that ever did anything of the feature
     */
    private Optional<Set<Place>> sharing(List<Place> sisters, Set<String> changing, String feature) {
        return firstSharing(sisters, changing, feature, true).or(() -> firstSharing(sisters, changing, feature, false));
    }

    private Optional<Set<Place>> firstSharing(
            List<Place> sisters, Set<String> changing, String feature, boolean preferred) {
        if (shared(changing, feature, preferred).isEmpty()) {
            return Optional.empty();
        }
        for (Place sister : sisters) {
            Set<String> teams = withThoseBelow(sister, changing);
            Optional<String> other = shared(teams, feature, preferred);
            if (other.isPresent()) {
                return Optional.of(places(teams, feature, other.get()));
            }
        }
        return Optional.empty();
    }

    /** @param preferred whether it must be rather given up, or anything that all teams ever used will do */
    private Optional<String> shared(Set<String> teams, String besides, boolean preferred) {
        if (features.isEmpty()) {
            return Optional.of(besides);
        }
        Predicate<Place> used = preferred ? everUsed::preferred : everUsed::any;
        List<String> some = preferred ? rather.computeIfAbsent(teams.iterator().next(), this::preferredOf) : features;
        return some.stream()
                .filter(feature -> !feature.equals(besides))
                .filter(feature -> teams.stream().allMatch(team -> used.test(new Place(team, feature))))
                .findFirst();
    }

    private List<String> preferredOf(String team) {
        return features.stream()
                .filter(feature -> everUsed.preferred(new Place(team, feature)))
                .toList();
    }

    private static Set<Place> places(Set<String> teams, String feature, String other) {
        Set<Place> places = new HashSet<>();
        for (String team : teams) {
            places.add(new Place(team, feature));
            places.add(new Place(team, other));
        }
        return Set.copyOf(places);
    }

    private Set<String> findAlone(String team) {
        Set<String> found = new HashSet<>();
        for (String feature : features) {
            Place place = new Place(team, feature);
            if (everUsed.any(place)
                    && of(place).stream().anyMatch(partner -> partner.feature().equals(Place.ALL))) {
                found.add(feature);
            }
        }
        return Set.copyOf(found);
    }

    private Set<String> withThoseBelow(Place place, Set<String> others) {
        Set<String> teams = new LinkedHashSet<>(others);
        Optional<Place> next = Optional.of(place);
        // A ring of teams ends where it closes.
        while (next.isPresent() && teams.add(next.get().team())) {
            next = below(new Place(next.get().team(), place.feature())).stream().findFirst();
        }
        return teams;
    }

    /** With its sisters, those that ever used the feature. */
    private List<Place> family(Place place) {
        String parent = parents.get(place.team());
        return parent == null ? List.of() : below(new Place(parent, place.feature()));
    }

    private List<Place> below(Place place) {
        List<Place> found = below.get(place);
        if (found == null) {
            found = everUsed.inOrder(
                    children.getOrDefault(place.team(), List.of()).stream()
                            .map(child -> new Place(child, place.feature()))
                            .filter(everUsed::any)
                            .toList(),
                    Function.identity());
            below.put(place, found);
        }
        return found;
    }
}
