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
 * feature; and all figures of the same team and feature, of whatever times and zones. Who combines both, many teams over
 * many stretches of time, may still narrow a figure down.
 */
public final class Disclosure {
    private final Floor floor;
    private final List<Line<Place>> margins;
    private final List<Line<Place>> inner;
    private final Map<Place, Timeline> timelines;

    /**
     * @param margins lines of teams over all features, and of the organisation's features
     * @param inner lines of a team's features, and of teams over one feature; what is withheld for their sake is never a
     *     margin, so margins can be decided without them
     * @param timelines of the places whose time can't be cut anywhere
     */
    public Disclosure(
            Floor floor,
            Collection<Line<Place>> margins,
            Collection<Line<Place>> inner,
            Map<Place, Timeline> timelines) {
        this.floor = floor;
        this.margins = List.copyOf(margins);
        this.inner = List.copyOf(inner);
        this.timelines = Map.copyOf(timelines);
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
        Set<Place> all = Siblings.withhold(margins, people, new HashSet<>(reasons.keySet()), floor);
        all = Siblings.withhold(inner, people, all, floor);
        all.forEach(place -> reasons.putIfAbsent(place, Reason.NEIGHBOURS));
        return reasons;
    }

    private boolean cuttable(Place place, Instant start, Instant end) {
        Timeline timeline = timelines.get(place);
        return timeline == null || (timeline.cuttable(start) && timeline.cuttable(end));
    }
}
