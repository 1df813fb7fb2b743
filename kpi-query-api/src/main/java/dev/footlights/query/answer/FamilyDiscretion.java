package dev.footlights.query.answer;

import dev.footlights.query.company.Family;
import dev.footlights.query.figures.Cell;
import dev.footlights.query.figures.Figure;
import dev.footlights.query.figures.Scope;
import dev.footlights.query.period.Period;
import dev.footlights.query.privacy.Floor;
import dev.footlights.query.privacy.Line;
import dev.footlights.query.privacy.People;
import dev.footlights.query.privacy.Totals;
import dev.footlights.query.rounds.RoundsByTeam;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides about figures that are about other people than those active: besides what is withheld of these, so much that none
 * about too few people is what the team above has more than the sisters.
 *
 * @param scope the asked teams, and those whose figures must be known to decide
 */
record FamilyDiscretion(List<Family> families, Scope scope, Floor floor) {

    static FamilyDiscretion around(Scope asked, Directory directory, Floor floor) {
        List<Family> families = Families.around(asked.teams(), directory);
        Set<String> teams = new TreeSet<>(asked.teams());
        teams.addAll(Family.teams(families));
        return new FamilyDiscretion(families, new Scope(List.copyOf(teams), asked.features()), floor);
    }

    /**
     * Every cell of which nothing is told.
     *
     * @param figures of the {@link #scope}
     * @param hidden cells, for the sake of who was active
     * @param rounds of what the figures add up; empty where those of different times don't add up
     */
    Set<Cell> withheld(
            Map<Cell, Figure> figures, Collection<Period> periods, Set<Cell> hidden, Optional<RoundsByTeam> rounds) {
        Map<Cell, Long> people = new HashMap<>();
        Set<Cell> withheld = new HashSet<>(hidden);
        figures.forEach((cell, figure) -> {
            people.put(cell, figure.people());
            if (floor.withholds(figure.people())) {
                withheld.add(cell);
            }
        });
        rounds.ifPresent(each -> periods.forEach(period -> withheld.addAll(untold(each, period, figures))));
        List<Line<String>> lines = lines();
        Set<Cell> all = withheld;
        for (Period period : periods) {
            for (String feature : scope.features()) {
                all = Totals.of(floor, lines, team -> new Cell(team, feature, period.start()))
                        .withhold(People.counted(people), all);
            }
        }
        return all;
    }

    private Set<Cell> untold(RoundsByTeam rounds, Period period, Map<Cell, Figure> figures) {
        Set<Cell> untold = new HashSet<>();
        for (String feature : scope.features()) {
            Map<String, Long> people = new HashMap<>();
            for (String team : scope.teams()) {
                Figure figure = figures.get(new Cell(team, feature, period.start()));
                if (figure != null) {
                    people.put(team, figure.people());
                }
            }
            rounds.untold(period, people).forEach(team -> untold.add(new Cell(team, feature, period.start())));
        }
        return untold;
    }

    List<Line<String>> lines() {
        return families.stream().map(Family::line).toList();
    }
}
