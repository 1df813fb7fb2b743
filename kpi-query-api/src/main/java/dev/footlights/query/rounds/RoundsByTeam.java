package dev.footlights.query.rounds;

import dev.footlights.query.period.Period;
import dev.footlights.query.privacy.Floor;
import dev.footlights.query.privacy.Line;
import dev.footlights.query.privacy.TeamsAlone;
import dev.footlights.query.store.ClickHouse;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The rounds of teams that add up. */
public final class RoundsByTeam {
    private final Map<String, Rounds> rounds = new HashMap<>();
    private final TeamsAlone discretion;

    private RoundsByTeam(Floor floor, Collection<Line<String>> families, ZoneId zone, List<Occasions.Day> days) {
        Map<String, Long> ever = new HashMap<>();
        days.forEach(day -> ever.merge(day.team(), day.people(), Long::sum));
        days.stream()
                .collect(Collectors.groupingBy(Occasions.Day::team))
                .forEach((team, ofTeam) -> rounds.put(team, new Rounds(floor, ofTeam, zone)));
        this.discretion = new TeamsAlone(floor, families, ever);
    }

    /**
     * Reads them, of all times. There are none without a floor.
     *
     * @param families of the teams, from the top down
     * @param zone the reporting zone, in which days and weeks begin
     */
    public static RoundsByTeam read(
            ClickHouse clickHouse,
            Source source,
            Collection<String> teams,
            Collection<Line<String>> families,
            ZoneId zone,
            Floor floor) {
        return new RoundsByTeam(
                floor,
                families,
                zone,
                floor.people() > 1
                        ? clickHouse.run(new Occasions(source, List.copyOf(teams), zone, floor.people()))
                        : List.of());
    }

    /**
     * The teams of which nothing is told of a period: those of too few people, those of which a round lies on both sides of its
     * start or its end, and others for their sake.
     *
     * @param people whom the figures of each team are about; missing for nobody
     */
    public Set<String> untold(Period period, Map<String, Long> people) {
        return discretion.withheld(
                people,
                rounds.entrySet().stream()
                        .filter(of -> of.getValue().areCutAt(period.start())
                                || of.getValue().areCutAt(period.end()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()));
    }
}
