package dev.footlights.query.routes;

import dev.footlights.query.answer.JsonAnswer;
import dev.footlights.query.answer.Page;
import dev.footlights.query.request.Parameters;
import dev.footlights.query.templates.Tally;
import dev.footlights.query.templates.TemplateFunnel;
import dev.footlights.query.templates.TemplateQuestion;
import dev.footlights.query.templates.TemplateReader;
import dev.footlights.query.templates.TemplateRow;
import dev.footlights.query.templates.Told;
import dev.footlights.service.http.Request;
import dev.footlights.service.http.Response;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Software templates: which are run and how that ends, and how far people come with each. */
final class TemplateRoutes {
    private static final String ALL = "all";
    private static final int DEFAULT_ROWS = 100;

    private final ApiParts parts;
    private final TemplateReader reader;

    TemplateRoutes(ApiParts parts) {
        this.parts = parts;
        this.reader = new TemplateReader(
                parts.clickHouse(),
                parts.settings().limits().cells(),
                parts.settings().reporting().zone());
    }

    Response templates(Request request) {
        return respond(request, about -> reader.templates(question(about)), TemplateRoutes::row);
    }

    Response funnel(Request request) {
        Optional<String> template = new Parameters(request)
                .text("template")
                .map(ref -> ref.toLowerCase(Locale.ROOT))
                .filter(ref -> !ref.equals(ALL));
        return respond(request, about -> reader.funnels(question(about), template), TemplateRoutes::row);
    }

    private static TemplateQuestion question(TeamRequest about) {
        return new TemplateQuestion(about.team(), about.company(), about.period());
    }

    private <R> Response respond(
            Request request, Function<TeamRequest, Told<R>> read, Function<R, Map<String, @Nullable Object>> row) {
        Parameters parameters = new Parameters(request);
        int most = parts.settings().limits().pageRows();
        int limit = parameters.number("limit", 1, most, Math.min(DEFAULT_ROWS, most));
        int offset = parameters.number("offset", 0, Integer.MAX_VALUE, 0);
        TeamRequest about = TeamRequest.read(request, parts);
        Told<R> told = read.apply(about);
        Page<R> page = Page.cut(told.rows(), limit, offset);
        Map<String, @Nullable Object> body = about.body();
        body.put("withheldItems", told.withheld());
        JsonAnswer.paged(body, page, page.rows().stream().map(row).toList());
        return Response.json(200, body).etagged(request);
    }

    private static Map<String, @Nullable Object> row(TemplateRow template) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("template", template.template());
        json.put("runs", template.runs());
        json.put("people", template.people());
        json.put("successRate", template.successRate());
        json.put("successRateWithheld", template.successRateWithheld());
        json.put("minutesSaved", template.minutesSaved());
        Instant lastRun = template.lastRun();
        json.put("lastRun", lastRun == null ? null : lastRun.toString());
        if (template.runs() == null) {
            json.put("withheld", true);
        }
        return json;
    }

    private static Map<String, @Nullable Object> row(TemplateFunnel funnel) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("template", funnel.template());
        json.put("stages", funnel.stages().stream().map(TemplateRoutes::stage).toList());
        json.put("restarts", tally(funnel.restarts()));
        json.put("retries", tally(funnel.retries()));
        json.put("cancels", tally(funnel.cancels()));
        Tally failed = funnel.failed();
        json.put("failed", failed == null ? null : tally(failed));
        json.put("minutesSaved", funnel.minutesSaved());
        return json;
    }

    private static Map<String, @Nullable Object> stage(Tally tally) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("stage", tally.name());
        json.putAll(tally(tally));
        json.put("lost", tally.lost());
        return json;
    }

    private static Map<String, @Nullable Object> tally(Tally tally) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("people", tally.people());
        json.put("events", tally.events());
        json.put("withheld", tally.withheld());
        return json;
    }
}
