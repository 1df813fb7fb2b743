package dev.footlights.query.answer;

import dev.footlights.query.figures.Asked;
import dev.footlights.query.figures.Cell;
import dev.footlights.query.figures.Column;
import dev.footlights.query.figures.KpiReader;
import dev.footlights.query.figures.Scope;
import dev.footlights.query.period.Period;
import dev.footlights.query.privacy.Disclosure;
import dev.footlights.query.privacy.Floor;
import dev.footlights.query.privacy.Place;
import dev.footlights.query.privacy.Reason;
import dev.footlights.query.privacy.Timeline;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Works out which cells of an answer are withheld, from who was active there and in the teams, features and times beside. */
final class Discretion {
    private final Floor floor;
    private final KpiReader activeUsers;
    private final Timelines timelines;

    Discretion(Floor floor, KpiReader activeUsers, Timelines timelines) {
        this.floor = floor;
        this.activeUsers = activeUsers;
        this.timelines = timelines;
    }

    /** Nothing when there is no floor. */
    Map<Cell, Reason> withheld(Asked asked, Directory directory) {
        Map<Cell, Reason> withheld = new HashMap<>();
        if (floor.people() <= 1) {
            return withheld;
        }
        Places places = Places.around(asked.scope(), directory);
        Asked around = asked.of(new Scope(places.teams(), places.features()));
        Map<Instant, Map<Place, Long>> people = new HashMap<>();
        activeUsers
                .figures(around)
                .forEach((cell, figure) -> people.computeIfAbsent(cell.start(), start -> new HashMap<>())
                        .put(new Place(cell.team(), cell.feature()), figure.people()));
        Map<Place, Timeline> when = timelines.of(around, Column.ACTIVE_USERS);
        Disclosure disclosure = new Disclosure(floor, places.margins(), places.inner(), when);
        for (Period period : asked.periods()) {
            disclosure
                    .withheld(period.start(), period.end(), people.getOrDefault(period.start(), Map.of()))
                    .forEach((place, reason) ->
                            withheld.put(new Cell(place.team(), place.feature(), period.start()), reason));
        }
        return withheld;
    }
}
