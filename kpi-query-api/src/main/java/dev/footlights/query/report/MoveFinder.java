package dev.footlights.query.report;

import dev.footlights.query.teams.TeamTree;
import dev.footlights.schemas.features.FeatureRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds what moved most and what carried it. Figures that are withheld take no part: they have no place in any order. */
final class MoveFinder {
    private static final String ACTIVE = "active-users";
    private static final int MOST_MOVES = 3;
    private static final int MOST_DRIVERS = 3;
    /** Of a KPI, against the week before. */
    private static final double LEAST_CHANGE = 0.05;
    /** Of a team or a feature. */
    private static final double LEAST_PEOPLE = 2;

    private final ReportParts parts;
    private final Figures figures;
    private final TeamTree tree;
    private final Set<String> teams;
    private final ReportQuestion about;

    /** @param teams below the report's, which may be named */
    MoveFinder(ReportParts parts, Figures figures, TeamTree tree, Set<String> teams, ReportQuestion about) {
        this.parts = parts;
        this.figures = figures;
        this.tree = tree;
        this.teams = teams;
        this.about = about;
    }

    /** The KPIs that changed most, in proportion to the week before. */
    Move.Both kpis(List<Measure> measures) {
        List<Measure> moved = measures.stream()
                .filter(measure -> measure.compared() && measure.then() > 0)
                .filter(measure -> !measure.kpi().id().equals("money-saved"))
                .filter(measure -> Math.abs(measure.change()) >= LEAST_CHANGE * measure.then())
                .toList();
        return both(
                moved,
                measure -> measure.change() / measure.then(),
                measure -> new Move(measure.kpi().id(), measure.kpi().name(), measure, drivers(measure)));
    }

    /** Teams by the change of their active people. */
    Move.Both teams(List<Measure> byTeam) {
        return both(
                moved(byTeam).filter(measure -> teams.contains(measure.team())).toList(),
                Measure::change,
                measure -> new Move(
                        measure.team(),
                        tree.title(measure.team()),
                        measure,
                        sameWay(measure, featureDrivers(figures.byFeature(ACTIVE, measure.team())))));
    }

    /** Features by the change of their active people. */
    Move.Both features(List<Measure> byFeature) {
        return both(
                moved(byFeature).toList(),
                Measure::change,
                measure -> new Move(
                        measure.feature(),
                        parts.featureTitle(measure.feature()),
                        measure,
                        teams.isEmpty()
                                ? List.of()
                                : sameWay(measure, teamDrivers(figures.byTeam(ACTIVE, measure.feature())))));
    }

    /** One person more or less is no news. */
    private static Stream<Measure> moved(List<Measure> measures) {
        return told(measures).filter(measure -> Math.abs(measure.change()) >= LEAST_PEOPLE);
    }

    private static Stream<Measure> told(List<Measure> measures) {
        return measures.stream().filter(measure -> measure.compared() && measure.change() != 0);
    }

    private static Move.Both both(
            List<Measure> measures, Function<Measure, Double> size, Function<Measure, Move> making) {
        Comparator<Measure> order = Comparator.comparing(size)
                .thenComparing(Measure::team)
                .thenComparing(Measure::feature)
                .thenComparing(measure -> measure.kpi().id());
        List<Move> down = measures.stream()
                .filter(measure -> measure.change() < 0)
                .sorted(order)
                .limit(MOST_MOVES)
                .map(making)
                .toList();
        List<Move> up = measures.stream()
                .filter(measure -> measure.change() > 0)
                .sorted(Comparator.comparing(size, Comparator.reverseOrder()).thenComparing(order))
                .limit(MOST_MOVES)
                .map(making)
                .toList();
        return new Move.Both(up, down);
    }

    private List<Move.Driver> drivers(Measure measure) {
        List<Move.Driver> candidates = new ArrayList<>();
        List<String> dimensions = measure.kpi().dimensions();
        if (dimensions.contains("team") && !teams.isEmpty()) {
            candidates.addAll(teamDrivers(figures.byTeam(measure.kpi().id(), FeatureRules.ALL)));
        }
        if (candidates.isEmpty()
                && dimensions.contains("feature")
                && measure.kpi().additive()) {
            candidates.addAll(featureDrivers(figures.byFeature(measure.kpi().id(), about.team())));
        }
        return sameWay(measure, candidates);
    }

    private List<Move.Driver> teamDrivers(List<Measure> byTeam) {
        return told(byTeam)
                .filter(each -> teams.contains(each.team()))
                .map(each -> new Move.Driver("team", each.team(), tree.title(each.team()), each.now(), each.then()))
                .toList();
    }

    private List<Move.Driver> featureDrivers(List<Measure> byFeature) {
        return told(byFeature)
                .map(each -> new Move.Driver(
                        "feature", each.feature(), parts.featureTitle(each.feature()), each.now(), each.then()))
                .toList();
    }

    private static List<Move.Driver> sameWay(Measure moved, List<Move.Driver> candidates) {
        double sign = Math.signum(moved.change());
        return candidates.stream()
                .filter(driver -> Math.signum(driver.change()) == sign)
                .filter(driver -> driver.value() != moved.now() || driver.previous() != moved.then())
                .sorted(Comparator.comparingDouble((Move.Driver driver) -> -Math.abs(driver.change()))
                        .thenComparing(Move.Driver::id))
                .limit(MOST_DRIVERS)
                .toList();
    }
}
