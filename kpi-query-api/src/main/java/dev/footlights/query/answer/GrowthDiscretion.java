package dev.footlights.query.answer;

import dev.footlights.query.figures.Asked;
import dev.footlights.query.figures.Cell;
import dev.footlights.query.figures.Column;
import dev.footlights.query.figures.Growth;
import dev.footlights.query.figures.Scope;
import dev.footlights.query.period.Period;
import dev.footlights.query.privacy.Floor;
import dev.footlights.query.privacy.GrowthDisclosure;
import dev.footlights.query.privacy.GrowthPart;
import dev.footlights.query.privacy.Place;
import dev.footlights.query.privacy.Reason;
import dev.footlights.query.privacy.Timeline;
import dev.footlights.query.store.Meanwhile;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** Works out which parts of the people who came and went are withheld in the cells of an answer. */
final class GrowthDiscretion {
    private static final Map<GrowthPart, ToLongFunction<Growth.Counts>> PARTS = Map.of(
            GrowthPart.ACTIVE, Growth.Counts::active,
            GrowthPart.NEW, Growth.Counts::fresh,
            GrowthPart.RETURNING, Growth.Counts::returning,
            GrowthPart.RESURRECTED, Growth.Counts::resurrected,
            GrowthPart.DORMANT, Growth.Counts::dormant,
            GrowthPart.BEFORE, Growth.Counts::before);

    private final Floor floor;
    private final Growth growth;
    private final Discretion discretion;
    private final Timelines timelines;

    GrowthDiscretion(Floor floor, Growth growth, Discretion discretion, Timelines timelines) {
        this.floor = floor;
        this.growth = growth;
        this.discretion = discretion;
        this.timelines = timelines;
    }

    /**
     * What there is to tell.
     *
     * @param counts of the asked cells, and of those that bear on what may be told
     * @param withheld parts of each cell; nothing when there is no floor
     */
    record Told(Map<Cell, Growth.Counts> counts, Map<Cell, Set<GrowthPart>> withheld) {}

    Told told(Asked asked, Directory directory) {
        if (floor.people() <= 1) {
            return new Told(growth.counts(asked), Map.of());
        }
        Map<Cell, Set<GrowthPart>> withheld = new HashMap<>();
        Places places = Places.around(asked.scope(), directory);
        Asked around = asked.of(new Scope(places.teams(), places.features()));
        Supplier<Map<Cell, Reason>> withheldPeople = Meanwhile.read(() -> discretion.withheld(asked, directory));
        Supplier<Map<Place, Timeline>> when = Meanwhile.read(() -> timelines.of(around, Column.NEW_USERS));
        Map<Cell, Growth.Counts> cells = growth.counts(around);
        Map<Instant, Map<Place, Growth.Counts>> counts = new HashMap<>();
        cells.forEach((cell, count) ->
                counts.computeIfAbsent(cell.start(), start -> new HashMap<>()).put(place(cell), count));
        Map<Instant, Set<Place>> hidden = new HashMap<>();
        withheldPeople
                .get()
                .keySet()
                .forEach(cell -> hidden.computeIfAbsent(cell.start(), start -> new HashSet<>())
                        .add(place(cell)));
        GrowthDisclosure disclosure = new GrowthDisclosure(floor, places.lines(), when.get());
        for (Period period : asked.periods()) {
            Instant start = period.start();
            disclosure
                    .withheld(
                            start,
                            period.end(),
                            counts.getOrDefault(start, Map.of()),
                            PARTS,
                            hidden.getOrDefault(start, Set.of()))
                    .forEach(spot -> withheld.computeIfAbsent(
                                    new Cell(spot.place().team(), spot.place().feature(), start),
                                    cell -> new HashSet<>())
                            .add(spot.part()));
        }
        return new Told(cells, withheld);
    }

    private static Place place(Cell cell) {
        return new Place(cell.team(), cell.feature());
    }
}
