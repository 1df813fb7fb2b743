package dev.footlights.query.routes;

import dev.footlights.query.answer.Answer;
import dev.footlights.query.answer.Answers;
import dev.footlights.query.answer.CsvAnswer;
import dev.footlights.query.answer.JsonAnswer;
import dev.footlights.query.answer.Page;
import dev.footlights.query.answer.Row;
import dev.footlights.query.request.Layout;
import dev.footlights.query.request.Layout.Format;
import dev.footlights.query.request.Parameters;
import dev.footlights.query.request.Question;
import dev.footlights.query.request.Refusals;
import dev.footlights.query.request.RequestReader;
import dev.footlights.query.store.Meanwhile;
import dev.footlights.query.store.SingleFlight;
import dev.footlights.schemas.kpis.Kpi;
import dev.footlights.schemas.kpis.KpiCatalogue;
import dev.footlights.service.http.Request;
import dev.footlights.service.http.Response;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The catalogue, a KPI, several of them, and the matrix of a KPI. */
final class KpiRoutes {
    private static final String MATRIX_KPI = "active-users";
    private static final int MOST_TOGETHER = 12;

    private final KpiCatalogue catalogue;
    private final RequestReader reader;
    private final SingleFlight<Question, Answer> flight;
    private final Answers answers;
    private final ZoneId reportingZone;

    KpiRoutes(ApiParts parts) {
        this.catalogue = parts.kpis();
        this.reader = parts.reader();
        this.answers = parts.answers();
        this.flight = new SingleFlight<>(answers::answer);
        this.reportingZone = parts.reportingZone();
    }

    Response catalogue(Request request) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("asOf", JsonAnswer.text(answers.asOf()));
        body.put("zone", reportingZone.getId());
        body.put("kpis", catalogue.kpis().stream().map(KpiRoutes::describe).toList());
        return Response.json(200, body).etagged(request);
    }

    private static Map<String, @Nullable Object> describe(Kpi kpi) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", kpi.id());
        json.put("name", kpi.name());
        json.put("group", kpi.group());
        json.put("definition", kpi.definition());
        json.put("formula", kpi.formula());
        json.put("unit", kpi.unit());
        json.put("better", kpi.better().name().toLowerCase(Locale.ROOT));
        json.put("additive", kpi.additive());
        json.put("dimensions", kpi.dimensions());
        json.put("finest", kpi.finest());
        return json;
    }

    Response kpi(Request request) {
        Kpi kpi = kpi(request.pathParameter("id"));
        return respond(request, reader.question(request, kpi), kpi.id());
    }

    /** Several KPIs over the same, worked out together: what they have in common is read once. */
    Response scorecard(Request request) {
        List<String> asked = new Parameters(request).list("kpis");
        if (asked.isEmpty() || asked.size() > MOST_TOGETHER) {
            throw Refusals.parameter("kpis", "must name 1 to " + MOST_TOGETHER + " KPIs, separated by commas");
        }
        Layout layout = reader.layout(request);
        if (layout.format() != Format.JSON) {
            throw Refusals.parameter("format", "can only be json for several KPIs; /api/v1/kpis/{id} has CSV of one");
        }
        List<Question> questions =
                asked.stream().map(id -> reader.question(request, kpi(id))).toList();
        List<Supplier<Answer>> reading = questions.stream()
                .map(question -> Meanwhile.read(() -> flight.get(question)))
                .toList();
        List<Map<String, @Nullable Object>> told = reading.stream()
                .map(answer -> JsonAnswer.of(answer.get(), layout))
                .toList();
        return Response.json(200, Map.of("answers", told)).etagged(request);
    }

    Response matrix(Request request) {
        Kpi kpi = kpi(request.queryParameter("kpi").orElse(MATRIX_KPI));
        return respond(request, reader.matrix(request, kpi), kpi.id() + "-matrix");
    }

    private Response respond(Request request, Question question, String name) {
        Layout layout = reader.layout(request);
        Answer answer = flight.get(question);
        if (layout.format() == Format.JSON) {
            return Response.json(200, JsonAnswer.of(answer, layout)).etagged(request);
        }
        Page<Row> page = Page.of(answer, layout);
        return CsvResponse.of(name, CsvAnswer.of(page.rows()), question.zone(), answer.asOf(), page)
                .etagged(request);
    }

    private Kpi kpi(String id) {
        return catalogue.kpi(id).orElseThrow(() -> Refusals.unknown("kpi", id, ids()));
    }

    private List<String> ids() {
        return catalogue.kpis().stream().map(Kpi::id).toList();
    }
}
