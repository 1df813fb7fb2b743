package dev.footlights.query.survey;

import dev.footlights.query.period.Period;
import dev.footlights.query.privacy.Floor;
import dev.footlights.query.privacy.Line;
import dev.footlights.query.privacy.TeamsAlone;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The rounds of answers of teams that add up. */
final class RoundsByTeam {
    private final Map<String, Rounds> rounds = new HashMap<>();
    private final TeamsAlone discretion;

    /**
     * Those of all times.
     *
     * @param families of the teams, from the top down
     * @param zone the reporting zone, in which days and weeks begin
     * @param days in order
     */
    RoundsByTeam(Floor floor, Collection<Line<String>> families, ZoneId zone, List<AnswerDays.Day> days) {
        Map<String, Long> ever = new HashMap<>();
        days.forEach(day -> ever.merge(day.team(), day.people(), Long::sum));
        days.stream()
                .collect(Collectors.groupingBy(AnswerDays.Day::team))
                .forEach((team, ofTeam) -> rounds.put(team, new Rounds(floor, ofTeam, zone)));
        this.discretion = new TeamsAlone(floor, families, ever);
    }

    /**
     * The teams of which nothing is told of a period: those of too few people, those of which a round lies on both sides of its
     * start or its end, and others for their sake.
     *
     * @param people who answered then, by team; missing for nobody
     */
    Set<String> untold(Period period, Map<String, Long> people) {
        return discretion.withheld(
                people,
                rounds.entrySet().stream()
                        .filter(of -> of.getValue().areCutAt(period.start())
                                || of.getValue().areCutAt(period.end()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()));
    }
}
