package dev.footlights.query.answer;

import dev.footlights.query.figures.Asked;
import dev.footlights.query.figures.Cell;
import dev.footlights.query.figures.Column;
import dev.footlights.query.figures.Figure;
import dev.footlights.query.figures.KpiReader;
import dev.footlights.query.figures.Scope;
import dev.footlights.query.period.Period;
import dev.footlights.query.privacy.Disclosure;
import dev.footlights.query.privacy.Floor;
import dev.footlights.query.privacy.Partners;
import dev.footlights.query.privacy.Place;
import dev.footlights.query.privacy.Reason;
import dev.footlights.query.privacy.Timeline;
import dev.footlights.query.store.Meanwhile;
import dev.footlights.query.store.SingleFlight;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Works out which cells of an answer are withheld, from who was active there and in the teams, features and times beside. */
final class Discretion {
    private final Floor floor;
    private final Timelines timelines;
    private final SingleFlight<Known, Map<Cell, Reason>> flight;
    private final LastOf<Directory, Partners> partners = new LastOf<>(Families::partners);

    private record Known(Asked asked, Directory directory) {}

    Discretion(Floor floor, KpiReader activeUsers, Timelines timelines) {
        this.floor = floor;
        this.timelines = timelines;
        this.flight = new SingleFlight<>(
                known -> told(activeUsers, known.asked(), known.directory()).withheld());
    }

    /**
     * What may be told.
     *
     * @param figures of the asked cells, and of those that bear on what may be told
     * @param withheld nothing when there is no floor
     */
    record Told(Map<Cell, Figure> figures, Map<Cell, Reason> withheld) {}

    /** The same of several KPIs, so those asked at the same time share it. */
    Map<Cell, Reason> withheld(Asked asked, Directory directory) {
        return floor.people() <= 1 ? Map.of() : flight.get(new Known(asked, directory));
    }

    /** @param aboutActive whose figures are about the people active in each cell */
    Told told(KpiReader aboutActive, Asked asked, Directory directory) {
        if (floor.people() <= 1) {
            return new Told(aboutActive.figures(asked), Map.of());
        }
        Map<Cell, Reason> withheld = new HashMap<>();
        Partners allied = partners.of(directory);
        Places places = Places.around(asked.scope(), directory).withThoseAlone(allied);
        Asked around = asked.of(new Scope(places.teams(), places.features()));
        Supplier<Map<Place, Timeline>> when = Meanwhile.read(() -> timelines.of(around, Column.ACTIVE_USERS));
        Map<Cell, Figure> figures = aboutActive.figures(around);
        Map<Instant, Map<Place, Long>> people = new HashMap<>();
        figures.forEach((cell, figure) -> people.computeIfAbsent(cell.start(), start -> new HashMap<>())
                .put(new Place(cell.team(), cell.feature()), figure.people()));
        Disclosure disclosure = new Disclosure(floor, places.families(), places.singleFeatures(), allied, when.get());
        for (Period period : asked.periods()) {
            disclosure
                    .withheld(period.start(), period.end(), people.getOrDefault(period.start(), Map.of()))
                    .forEach((place, reason) ->
                            withheld.put(new Cell(place.team(), place.feature(), period.start()), reason));
        }
        return new Told(figures, withheld);
    }
}
