package dev.footlights.query.routes;

import dev.footlights.query.alert.AlertSettings;
import dev.footlights.query.alert.AlertStates;
import dev.footlights.query.alert.Alerts;
import dev.footlights.query.answer.JsonAnswer;
import dev.footlights.query.request.Parameters;
import dev.footlights.query.request.Refusals;
import dev.footlights.service.http.Problem;
import dev.footlights.service.http.Request;
import dev.footlights.service.http.Response;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules that are watched, and muting them, which needs the scope admin where keys are set. */
final class AlertRoutes {
    private final ApiParts parts;
    private final Alerts alerts;
    private final Clock clock;

    AlertRoutes(ApiParts parts, Alerts alerts) {
        this.parts = parts;
        this.alerts = alerts;
        this.clock = parts.clock();
    }

    Response list(Request request) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("asOf", JsonAnswer.text(parts.answers().asOf()));
        body.put("zone", parts.reportingZone().getId());
        List<Map<String, @Nullable Object>> rows =
                alerts.standings().stream().map(this::row).toList();
        body.put("total", rows.size());
        body.put("rows", rows);
        return Response.json(200, body).etagged(request);
    }

    private Map<String, @Nullable Object> row(Alerts.Standing standing) {
        AlertSettings.Rule rule = standing.rule();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", rule.id());
        json.put("name", rule.title());
        json.put("kind", rule.kind().name().toLowerCase(Locale.ROOT));
        json.put("kpi", rule.kpi());
        json.put("team", rule.team());
        json.put("feature", rule.feature());
        json.put("zone", rule.zone().orElse(parts.reportingZone()).getId());
        json.put("granularity", rule.granularity().text());
        json.put("percent", rule.percent().orElse(null));
        json.put("limit", rule.limit().orElse(null));
        json.put("silentFor", rule.silentFor().map(Object::toString).orElse(null));
        json.put("state", standing.verdict().state().text());
        json.put("period", standing.verdict().period());
        json.put("value", standing.verdict().value());
        json.put("previous", standing.verdict().previous());
        json.put("withheld", standing.verdict().withheld());
        json.put("sentence", standing.verdict().sentence());
        json.put(
                "since",
                standing.state()
                        .filter(state -> state.state() == standing.verdict().state())
                        .map(AlertStates.Stored::since)
                        .map(Instant::toString)
                        .orElse(null));
        json.put("muted", standing.mutedUntil().isPresent());
        json.put(
                "mutedUntil",
                standing.mutedUntil()
                        .filter(until -> !until.equals(Instant.MAX))
                        .map(Instant::toString)
                        .orElse(null));
        return json;
    }

    Response mute(Request request) {
        return change(request, until(new Parameters(request)));
    }

    Response unmute(Request request) {
        AlertSettings.Rule rule = rule(request);
        if (rule.muted() || rule.mutedUntil().isPresent()) {
            throw Problem.of(
                            409,
                            "muted-by-settings",
                            "The rule is muted by the settings",
                            "take muted or muted-until out of the rule \"" + rule.id() + "\"")
                    .exception();
        }
        return change(request, clock.instant());
    }

    private Response change(Request request, Instant until) {
        if (!parts.settings().auth().keys().isEmpty()) {
            request.caller().require("admin");
        }
        AlertSettings.Rule rule = rule(request);
        alerts.mute(rule.id(), until, request.caller().name());
        return alerts.standings().stream()
                .filter(standing -> standing.rule().id().equals(rule.id()))
                .findFirst()
                .map(standing -> Response.json(200, row(standing)))
                .orElseThrow();
    }

    private AlertSettings.Rule rule(Request request) {
        String id = request.pathParameter("id");
        return alerts.rules().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusals.unknown(
                        "alert",
                        id,
                        alerts.rules().stream().map(AlertSettings.Rule::id).toList()));
    }

    private Instant until(Parameters parameters) {
        Optional<String> text = parameters.text("until");
        Instant until = text.map(this::moment)
                .orElseThrow(() -> Refusals.parameter("until", "is missing: give a day or a moment"));
        if (!until.isAfter(clock.instant())) {
            throw Refusals.parameter("until", "is past");
        }
        return until;
    }

    private Instant moment(String text) {
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text)
                            .plusDays(1)
                            .atStartOfDay(parts.reportingZone())
                            .toInstant();
        } catch (DateTimeException e) {
            throw Refusals.parameter(
                    "until", "is not a day such as 2026-11-30, nor a moment such as 2026-11-30T08:00:00Z");
        }
    }
}
