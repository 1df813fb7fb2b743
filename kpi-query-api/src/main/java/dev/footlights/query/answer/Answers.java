package dev.footlights.query.answer;

import dev.footlights.query.figures.Cell;
import dev.footlights.query.figures.Figure;
import dev.footlights.query.figures.FigureReader;
import dev.footlights.query.figures.Measure;
import dev.footlights.query.figures.Scope;
import dev.footlights.query.period.Period;
import dev.footlights.query.period.PeriodCutter;
import dev.footlights.query.privacy.Floor;
import dev.footlights.query.request.Question;
import dev.footlights.query.request.Refusals;
import dev.footlights.query.store.ClickHouse;
import dev.footlights.query.store.Freshness;
import dev.footlights.query.store.Headcounts;
import dev.footlights.schemas.features.FeatureRules;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Answers questions from the tables. */
public final class Answers {
    private final ClickHouse clickHouse;
    private final FigureReader figures;
    private final FeatureRules features;
    private final Floor floor;
    private final int mostCells;

    public Answers(ClickHouse clickHouse, ZoneId reportingZone, FeatureRules features, Floor floor, int mostCells) {
        this.clickHouse = clickHouse;
        this.figures = new FigureReader(clickHouse, reportingZone);
        this.features = features;
        this.floor = floor;
        this.mostCells = mostCells;
    }

    /** How fresh the tables are; asked before anything else is read, so that it isn't said too late. */
    public Optional<Instant> asOf() {
        return clickHouse.run(new Freshness()).stream().findFirst();
    }

    /** The teams and features there are. */
    public Directory directory() {
        return Directory.read(clickHouse, features);
    }

    /** Headcounts by team, now; a team without people is missing. */
    public Map<String, Long> headcounts() {
        return clickHouse.run(new Headcounts()).stream()
                .collect(Collectors.toMap(Headcounts.Headcount::team, Headcounts.Headcount::people));
    }

    /**
     * Every row of the answer.
     *
     * @throws dev.footlights.service.http.ProblemException 404 for a team or feature there is not, 400 for too many rows
     */
    public Answer answer(Question question) {
        Optional<Instant> asOf = asOf();
        Directory directory = directory();
        directory.check(question.teams(), question.features());
        Scope scope = new Scope(
                question.teams().isEmpty() ? directory.allTeams() : question.teams(),
                question.features().isEmpty() ? directory.allFeatures() : question.features());
        PeriodCutter cutter = new PeriodCutter(question.zone());
        List<Period> periods = cutter.cut(question.granularity(), question.from(), question.to());
        checkSize(scope, periods);
        List<Period> before = question.compare()
                ? cutter.before(question.granularity(), question.from(), question.to(), periods)
                : List.of();
        Map<Cell, Figure> now = figures(question, scope, periods);
        Map<Cell, Figure> then = question.compare() ? figures(question, scope, before) : Map.of();
        Map<String, Long> headcounts = question.measure() == Measure.ADOPTION_RATE ? headcounts() : Map.of();
        RowMaker rows = new RowMaker(new Valuation(question.measure(), floor), periods, before, now, then, headcounts);
        return new Answer(question, asOf, rows.rows(withRows(question, scope, directory, now)));
    }

    private Map<Cell, Figure> figures(Question question, Scope scope, List<Period> periods) {
        return figures.figures(question.measure(), scope, question.granularity(), periods, question.zone());
    }

    private void checkSize(Scope scope, List<Period> periods) {
        long cells = (long) scope.teams().size() * scope.features().size() * periods.size();
        if (cells > mostCells) {
            throw Refusals.parameter(
                    "granularity",
                    "makes " + cells + " rows of these days, teams and features; the most is " + mostCells);
        }
    }

    /** Without the teams and features that only have rows because of facts, when these lie outside the asked days. */
    private static Scope withRows(Question question, Scope scope, Directory directory, Map<Cell, Figure> now) {
        Set<String> teams = new HashSet<>(question.teams().isEmpty() ? directory.standingTeams() : question.teams());
        Set<String> features =
                new HashSet<>(question.features().isEmpty() ? directory.standingFeatures() : question.features());
        now.forEach((cell, figure) -> {
            if (figure.people() > 0) {
                teams.add(cell.team());
                features.add(cell.feature());
            }
        });
        return new Scope(
                scope.teams().stream().filter(teams::contains).toList(),
                scope.features().stream().filter(features::contains).toList());
    }
}
