package dev.footlights.query.report;

import dev.footlights.query.answer.CsvAnswer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A report as CSV: a line for every figure, each with its week and zone. */
public final class ReportCsv {
    private static final String HEADER =
            "week,from,to,zone,team,section,kpi,about,item,value,previous,unit,withheld,previousWithheld";

    private final WeeklyReport report;
    private final StringBuilder csv = new StringBuilder(HEADER).append("\r\n");

    private ReportCsv(WeeklyReport report) {
        this.report = report;
    }

    public static String of(WeeklyReport report) {
        return new ReportCsv(report).lines();
    }

    private String lines() {
        report.measures().forEach(measure -> figure("figure", "", measure));
        report.people().forEach(point -> point("active-users", "people", point));
        report.saved().forEach(point -> point("minutes-saved", "minutes", point));
        moves("team-move", report.teams());
        moves("feature-move", report.features());
        named("new-team", report.newTeams());
        named("gone-team", report.goneTeams());
        named("new-feature", report.newFeatures());
        named("gone-feature", report.goneFeatures());
        report.onboarding()
                .steps()
                .forEach(step -> line(
                        "onboarding-step",
                        "",
                        step.feature(),
                        step.title(),
                        step.people(),
                        null,
                        "people",
                        step.people() == null,
                        false));
        report.terms().forEach(item -> item("zero-result-term", "zero-result-searches", "searches", item));
        report.templates().forEach(item -> item("template", "template-runs", "runs", item));
        report.campaigns()
                .forEach(campaign -> line(
                        "campaign-lift",
                        "active-users",
                        campaign.annotation().id(),
                        campaign.annotation().title(),
                        campaign.lift(),
                        null,
                        "per person and week",
                        false,
                        false));
        report.actions().forEach(action -> line("action", "", "", action.sentence(), null, null, "", false, false));
        return csv.toString();
    }

    private void figure(String section, String title, Measure measure) {
        line(
                section,
                measure.kpi().id(),
                section.startsWith("feature") ? measure.feature() : measure.team(),
                title,
                measure.value(),
                measure.previous(),
                measure.unit(),
                measure.withheld(),
                measure.previousWithheld());
    }

    private void point(String kpi, String unit, WeeklyReport.Point point) {
        line(
                "by-week",
                kpi,
                report.team().ref(),
                point.week().label(),
                point.value(),
                null,
                unit,
                point.withheld(),
                false);
    }

    private void moves(String section, Move.Both moves) {
        Stream.concat(moves.up().stream(), moves.down().stream())
                .forEach(move -> figure(section, move.title(), move.measure()));
    }

    private void named(String section, List<WeeklyReport.Named> all) {
        all.forEach(each -> line(
                section,
                "active-users",
                each.id(),
                each.title(),
                each.value(),
                each.previous(),
                "people",
                false,
                false));
    }

    private void item(String section, String kpi, String unit, WeeklyReport.Item item) {
        line(
                section,
                kpi,
                report.team().ref(),
                item.name(),
                item.count(),
                item.previous(),
                unit,
                false,
                item.previous() == null);
    }

    private void line(
            String section,
            String kpi,
            String about,
            String item,
            @Nullable Number value,
            @Nullable Number previous,
            String unit,
            boolean withheld,
            boolean previousWithheld) {
        csv.append(Stream.of(
                                report.week().label(),
                                report.week().monday().toString(),
                                report.week().sunday().toString(),
                                report.zone().getId(),
                                report.team().ref(),
                                section,
                                kpi,
                                about,
                                item)
                        .map(CsvAnswer::cell)
                        .collect(Collectors.joining(",")))
                .append(',')
                .append(number(value))
                .append(',')
                .append(number(previous))
                .append(',')
                .append(CsvAnswer.cell(unit))
                .append(',')
                .append(withheld)
                .append(',')
                .append(previousWithheld)
                .append("\r\n");
    }

    private static String number(@Nullable Number number) {
        return number == null ? "" : number.toString();
    }
}
