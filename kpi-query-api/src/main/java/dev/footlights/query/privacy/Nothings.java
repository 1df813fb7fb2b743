package dev.footlights.query.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides which figures about nobody aren't told. What a team did with a feature hides behind what its partner may have done
 * with it ({@link Partners}), and of a partner that is told to have done nothing it is known that it did not. So that is told
 * only while those that hide behind it did nothing either. Where it isn't, neither is a sister that did something, or the
 * nothing would be what the team above did less what all others did.
 */
final class Nothings {
    private final Partners partners;
    /** By what may be about nobody: what hides behind it. */
    private final Map<Place, List<Place>> hiding = new HashMap<>();

    /** @param places all that something may be told of */
    Nothings(Partners partners, Collection<Place> places) {
        this.partners = partners;
        for (Place place : partners.everUsed(places)) {
            for (Place partner : partners.of(place)) {
                if (!partner.equals(place) && partner.feature().equals(place.feature())) {
                    hiding.computeIfAbsent(partner, any -> new ArrayList<>()).add(place);
                }
            }
        }
    }

    /** @param people active in a stretch of time */
    Set<Place> withheld(People<Place> people) {
        Set<Place> withheld = new HashSet<>();
        hiding.forEach((partner, places) -> {
            if (people.of(partner) == 0 && places.stream().anyMatch(place -> people.of(place) > 0)) {
                withheld.add(partner);
                partners.firstOfFamily(partner, people).ifPresent(withheld::add);
            }
        });
        return withheld;
    }
}
