package dev.footlights.query.items;

import dev.footlights.query.items.Cuts.Used;
import dev.footlights.query.period.Period;
import dev.footlights.query.privacy.Floor;
import dev.footlights.query.privacy.ItemPartners;
import dev.footlights.query.privacy.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides what isn't told of items in some days, as they may be asked of all others too. Items stand in place of features. */
public final class OverTime {
    private final Floor floor;
    private final Cuts cuts;
    private final ItemPartners partners;
    private final Map<Place, List<Used>> months;
    private final Map<Place, List<Used>> within;

    /**
     * Made by {@link ItemTimes}.
     *
     * @param partners of everything that was ever used
     * @param months in which it was
     * @param within smaller units, as far as the cuts need them
     */
    OverTime(
            Floor floor,
            Cuts cuts,
            ItemPartners partners,
            Map<Place, List<Used>> months,
            Map<Place, List<Used>> within) {
        this.floor = floor;
        this.cuts = cuts;
        this.partners = partners;
        this.months = months;
        this.within = within;
    }

    /**
     * What isn't told: what too few people used, or people of whose time a part would follow, and what would tell it. Among it
     * is what nobody used.
     *
     * @param people who used what in the period; missing for nobody
     */
    public Set<Place> withheld(Period period, Map<Place, Long> people) {
        Set<Place> own = new HashSet<>();
        people.forEach((place, number) -> {
            if (number > 0 && (floor.withholds(number) || !mayBeCut(place, period))) {
                own.add(place);
            }
        });
        return partners.withhold(own, people);
    }

    /**
     * Whether a stretch of time may begin and end with the period. Of what was first used a moment ago nothing is known yet; it is
     * told a moment later.
     */
    public boolean mayBeCut(Place place, Period period) {
        List<Used> times = new ArrayList<>(months.getOrDefault(place, List.of()));
        if (times.isEmpty()) {
            return false;
        }
        times.addAll(within.getOrDefault(place, List.of()));
        return cuts.mayBeCut(times, period.start()) && cuts.mayBeCut(times, period.end());
    }

    /** The items that some hide behind, beside themselves; which must be known to decide about these. */
    public Set<String> hidingBehind(Collection<String> items, Collection<String> teams) {
        return partners.hidingBehind(Set.copyOf(items), Set.copyOf(teams)).stream()
                .map(Place::feature)
                .collect(Collectors.toSet());
    }

    /** What some teams ever used. */
    public Set<Place> everUsed(Set<String> teams) {
        return partners.everUsed(teams);
    }
}
