package dev.footlights.query.rounds;

import dev.footlights.query.period.Period;
import dev.footlights.query.privacy.Floor;
import dev.footlights.query.privacy.Line;
import dev.footlights.query.privacy.TeamsAlone;
import dev.footlights.query.store.ClickHouse;
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
    private final boolean untilEnd;

    /**
     * Reads those of all times; there are none without a floor.
     *
     * @param families of the teams, from the top down
     * @throws dev.footlights.query.store.UnavailableException when they can't be read
     */
    public static RoundsByTeam read(
            ClickHouse clickHouse, Occasions occasions, Floor floor, Collection<Line<String>> families) {
        return new RoundsByTeam(
                occasions.calendar(),
                floor,
                families,
                floor.people() > 1 ? clickHouse.run(occasions.days()) : List.of());
    }

    /**
     * Those of all times.
     *
     * @param families as above
     * @param days on which something was ever done, in order
     */
    public RoundsByTeam(Calendar calendar, Floor floor, Collection<Line<String>> families, List<Day> days) {
        this.untilEnd = calendar.untilEnd();
        Map<String, Long> ever = new HashMap<>();
        days.forEach(day -> ever.merge(day.team(), day.people(), Long::sum));
        days.stream()
                .collect(Collectors.groupingBy(Day::team))
                .forEach((team, ofTeam) -> rounds.put(team, new Rounds(floor, ofTeam, calendar)));
        this.discretion = new TeamsAlone(floor, families, ever);
    }

    /**
     * The teams of which nothing is told of a period: those of too few people, those of which a round lies on both sides of its
     * start or its end, and others for their sake.
     *
     * @param people who did it then, by team; missing for nobody
     */
    public Set<String> untold(Period period, Map<String, Long> people) {
        return discretion.withheld(
                people,
                rounds.entrySet().stream()
                        .filter(of -> of.getValue().areCutAt(period.end())
                                || (!untilEnd && of.getValue().areCutAt(period.start())))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()));
    }
}
