package dev.footlights.query.report;

import dev.footlights.query.answer.Answer;
import dev.footlights.query.answer.Answers;
import dev.footlights.query.answer.Row;
import dev.footlights.query.period.Granularity;
import dev.footlights.query.request.Question;
import dev.footlights.schemas.features.FeatureRules;
import dev.footlights.schemas.kpis.Kpi;
import java.util.Comparator;
import java.util.List;

/** Asks the KPIs of one week, as a request with {@code granularity=week&compare=previous} does. */
final class Figures {
    private static final List<String> ALL = List.of();

    private final Answers answers;
    private final ReportParts parts;
    private final ReportQuestion about;

    Figures(ReportParts parts, ReportQuestion about) {
        this.answers = parts.answers();
        this.parts = parts;
        this.about = about;
    }

    /** The team's own figure. */
    Measure ofTeam(String kpi) {
        return ask(kpi, List.of(about.team()), List.of(FeatureRules.ALL), about.week(), true)
                .getFirst();
    }

    /** A figure for every team, as {@code groupBy=team} has it. */
    List<Measure> byTeam(String kpi, String feature) {
        return ask(kpi, ALL, List.of(feature), about.week(), true);
    }

    /** A figure of a team for every feature. */
    List<Measure> byFeature(String kpi, String team) {
        return ask(kpi, List.of(team), ALL, about.week(), true);
    }

    /** The team's figure of each week up to the report's. */
    List<WeeklyReport.Point> weekly(String kpi, int weeks) {
        Answer answer = answers.answer(new Question(
                parts.kpi(kpi),
                about.week().plus(1 - weeks).monday(),
                about.week().sunday(),
                Granularity.WEEK,
                List.of(about.team()),
                List.of(FeatureRules.ALL),
                about.zone(),
                false));
        return answer.rows().stream()
                .sorted(Comparator.comparing(Row::start))
                .map(row -> new WeeklyReport.Point(
                        IsoWeek.of(row.start().atZone(about.zone()).toLocalDate()),
                        row.value(),
                        row.withheldBecause() != null))
                .toList();
    }

    private List<Measure> ask(String id, List<String> teams, List<String> features, IsoWeek week, boolean compare) {
        Kpi kpi = parts.kpi(id);
        Answer answer = answers.answer(new Question(
                kpi, week.monday(), week.sunday(), Granularity.WEEK, teams, features, about.zone(), compare));
        return answer.rows().stream()
                .map(row -> Measure.of(kpi, answer.unit(), row))
                .toList();
    }
}
