package dev.footlights.query.report;

import dev.footlights.query.answer.JsonAnswer;
import dev.footlights.query.report.document.Document;
import dev.footlights.query.report.document.Span;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A report as JSON. */
public final class ReportJson {
    private ReportJson() {}

    public static Map<String, @Nullable Object> of(WeeklyReport report, Document document) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("week", report.week().label());
        body.put("from", report.week().monday().toString());
        body.put("to", report.week().sunday().toString());
        body.put("zone", report.zone().getId());
        body.put("team", report.team().ref());
        body.put("title", report.team().title());
        body.put("headcount", report.team().headcount());
        body.put("asOf", JsonAnswer.text(report.asOf()));
        body.put("complete", report.complete());
        body.put("minimumGroupSize", report.floor());
        body.put("summary", document.lead().stream().map(Span::text).collect(Collectors.joining()));
        body.put("figures", report.measures().stream().map(ReportJson::figure).toList());
        body.put("people", report.people().stream().map(ReportJson::point).toList());
        body.put("minutesSaved", report.saved().stream().map(ReportJson::point).toList());
        body.put("moves", moves(report.kpis()));
        body.put("teams", moves(report.teams()));
        body.put("features", moves(report.features()));
        body.put("newTeams", report.newTeams().stream().map(ReportJson::named).toList());
        body.put("goneTeams", report.goneTeams().stream().map(ReportJson::named).toList());
        body.put(
                "newFeatures",
                report.newFeatures().stream().map(ReportJson::named).toList());
        body.put(
                "goneFeatures",
                report.goneFeatures().stream().map(ReportJson::named).toList());
        body.put("onboarding", report.onboarding().json());
        body.put(
                "zeroResultTerms", report.terms().stream().map(ReportJson::item).toList());
        body.put("withheldTerms", report.withheldTerms());
        body.put("templates", report.templates().stream().map(ReportJson::item).toList());
        body.put(
                "campaigns",
                report.campaigns().stream().map(ReportJson::campaign).toList());
        body.put("actions", report.actions().stream().map(ReportJson::action).toList());
        body.put("health", report.health().map(ReportJson::health).orElse(null));
        return body;
    }

    private static Map<String, @Nullable Object> figure(Measure measure) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("kpi", measure.kpi().id());
        json.put("name", measure.kpi().name());
        json.put("unit", measure.unit());
        json.put("value", measure.value());
        json.put("previous", measure.previous());
        json.put("withheld", measure.withheld());
        json.put("previousWithheld", measure.previousWithheld());
        return json;
    }

    private static Map<String, @Nullable Object> point(WeeklyReport.Point point) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("week", point.week().label());
        json.put("period", point.week().monday().toString());
        json.put("value", point.value());
        json.put("withheld", point.withheld());
        return json;
    }

    private static Map<String, Object> moves(Move.Both moves) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("up", moves.up().stream().map(ReportJson::move).toList());
        json.put("down", moves.down().stream().map(ReportJson::move).toList());
        return json;
    }

    private static Map<String, @Nullable Object> move(Move move) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", move.id());
        json.put("title", move.title());
        json.put("kpi", move.measure().kpi().id());
        json.put("team", move.measure().team());
        json.put("feature", move.measure().feature());
        json.put("value", move.measure().value());
        json.put("previous", move.measure().previous());
        json.put("drivers", move.drivers().stream().map(ReportJson::driver).toList());
        return json;
    }

    private static Map<String, Object> driver(Move.Driver driver) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", driver.kind());
        json.put("id", driver.id());
        json.put("title", driver.title());
        json.put("value", driver.value());
        json.put("previous", driver.previous());
        return json;
    }

    private static Map<String, Object> named(WeeklyReport.Named named) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", named.id());
        json.put("title", named.title());
        json.put("people", named.value());
        json.put("previous", named.previous());
        return json;
    }

    private static Map<String, @Nullable Object> item(WeeklyReport.Item item) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("item", item.name());
        json.put("count", item.count());
        json.put("people", item.people());
        json.put("previous", item.previous());
        return json;
    }

    private static Map<String, @Nullable Object> campaign(WeeklyReport.Campaign campaign) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", campaign.annotation().id());
        json.put("title", campaign.annotation().title());
        json.put("firstDay", campaign.annotation().firstDay().toString());
        json.put("lastDay", campaign.annotation().lastDay().toString());
        json.put("weeks", campaign.weeks());
        json.put("lift", campaign.lift());
        json.put("low", campaign.low());
        json.put("high", campaign.high());
        json.put("why", campaign.why());
        json.put("before", campaign.before());
        json.put("after", campaign.after());
        return json;
    }

    private static Map<String, Object> action(WeeklyReport.Action action) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", action.kind().name().toLowerCase(Locale.ROOT));
        json.put("sentence", action.sentence());
        json.put("view", action.view());
        json.put("about", action.about());
        return json;
    }

    private static Map<String, @Nullable Object> health(WeeklyReport.Health health) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("received", health.received());
        json.put("rejected", health.rejected());
        json.put("rejectedByReason", health.rejectedByReason());
        json.put("late", health.late());
        json.put("duplicate", health.duplicate());
        json.put("counted", health.counted());
        json.put("withoutTeam", health.withoutTeam());
        json.put("booksBalance", health.booksBalance());
        return json;
    }
}
