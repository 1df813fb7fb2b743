package dev.footlights.query.privacy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * Decides which parts of the people who came and went are told. A part of few people is withheld, and as much beside it that
 * it follows neither from the others, nor from the teams beside; new people also add up over time, so their time is cut
 * where enough of them are new.
 */
public final class GrowthDisclosure {
    private final Floor floor;
    private final List<Line<Place>> families;
    private final Map<Place, Timeline> newcomers;

    /** A part of the people of a place. */
    public record Spot(Place place, GrowthPart part) {}

    /**
     * The decisions are made by {@link #withheld}.
     *
     * @param families places of teams that add up, from the top down; features don't, as one person uses several
     * @param newcomers when people were new in a place
     */
    public GrowthDisclosure(Floor floor, Collection<Line<Place>> families, Map<Place, Timeline> newcomers) {
        this.floor = floor;
        this.families = List.copyOf(families);
        this.newcomers = Map.copyOf(newcomers);
    }

    /**
     * The parts that nothing is told of, from start to end.
     *
     * @param counts of each place, by part
     * @param hidden places whose active people aren't told, be it that there are none
     */
    public <C> Set<Spot> withheld(
            Instant start,
            Instant end,
            Map<Place, C> counts,
            Map<GrowthPart, ToLongFunction<C>> parts,
            Set<Place> hidden) {
        Map<Spot, Long> people = new HashMap<>();
        Set<Spot> withheld = new HashSet<>();
        counts.forEach((place, count) -> {
            parts.forEach((part, read) -> people.put(new Spot(place, part), read.applyAsLong(count)));
            Timeline timeline = newcomers.get(place);
            Spot fresh = new Spot(place, GrowthPart.NEW);
            if (timeline != null
                    && people.getOrDefault(fresh, 0L) > 0
                    && !(timeline.cuttable(start) && timeline.cuttable(end))) {
                withheld.add(fresh);
            }
        });
        hidden.forEach(place -> {
            withheld.add(new Spot(place, GrowthPart.ACTIVE));
            GrowthPart.OF_ACTIVE.forEach(part -> withheld.add(new Spot(place, part)));
        });
        people.forEach((spot, count) -> {
            if (floor.withholds(count)) {
                withheld.add(spot);
            }
        });
        return close(counts.keySet(), people, withheld);
    }

    private Set<Spot> close(Set<Place> places, Map<Spot, Long> people, Set<Spot> withheld) {
        return new TopDown<>(
                        floor,
                        families,
                        GrowthDisclosure::lines,
                        GrowthDisclosure::lines,
                        Spot::place,
                        spot -> toldElsewhere(spot, people))
                .withhold(
                        places,
                        People.counted(people),
                        withheld,
                        (lines, already) -> Siblings.withhold(lines, people, already, floor));
    }

    /** Active people are told as such; and where there are none, there are none of their parts. */
    private static boolean toldElsewhere(Spot spot, Map<Spot, Long> people) {
        GrowthPart whole = spot.part() == GrowthPart.DORMANT ? GrowthPart.BEFORE : GrowthPart.ACTIVE;
        return spot.part() == GrowthPart.ACTIVE
                || spot.part() == GrowthPart.BEFORE
                || people.getOrDefault(new Spot(spot.place(), whole), 0L) == 0;
    }

    private static List<Line<Spot>> lines(Line<Place> family) {
        List<Line<Spot>> lines = new ArrayList<>();
        for (GrowthPart part : GrowthPart.values()) {
            lines.add(new Line<>(
                    new Spot(family.whole(), part),
                    family.parts().stream().map(place -> new Spot(place, part)).toList()));
        }
        return lines;
    }

    private static List<Line<Spot>> lines(Place place) {
        return List.of(
                line(place, GrowthPart.ACTIVE, GrowthPart.OF_ACTIVE),
                line(place, GrowthPart.BEFORE, GrowthPart.OF_BEFORE));
    }

    private static Line<Spot> line(Place place, GrowthPart whole, List<GrowthPart> parts) {
        return new Line<>(
                new Spot(place, whole),
                parts.stream().map(part -> new Spot(place, part)).toList());
    }
}
