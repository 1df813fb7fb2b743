package dev.footlights.ingest.http;

import dev.footlights.ingest.event.Format;
import dev.footlights.ingest.event.Formats;
import dev.footlights.ingest.event.ReportFormat;
import dev.footlights.service.http.Problem;
import dev.footlights.service.http.Request;
import dev.footlights.service.http.Response;
import dev.footlights.service.http.Router;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** The routes that take something, and each one's way to answer. */
public final class EventRoutes {
    private static final Pattern BATCH = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final String LIVE = "";

    private final Reception reception;
    private final boolean guarded;

    /** @param guarded whether keys are asked for, of which an import needs one with the scope admin */
    public EventRoutes(Reception reception, boolean guarded) {
        this.reception = reception;
        this.guarded = guarded;
    }

    public void addTo(Router router) {
        router.post("/v1/events", request -> live(request, Formats.NATIVE));
        router.post("/v1/template-outcomes", request -> live(request, ReportFormat.TEMPLATE_OUTCOME));
        router.post("/v1/check-results", request -> live(request, ReportFormat.CHECK_RESULT));
        router.post("/v1/imports", this::imports);
        router.post("/api/adoption-insights/events", this::adoptionInsights);
    }

    private Response live(Request request, Format format) throws InterruptedException {
        Receipt receipt = reception.receive(request, format, LIVE);
        return Response.json(receipt.status(), body(receipt));
    }

    private Response imports(Request request) throws InterruptedException {
        if (guarded) {
            request.caller().require("admin");
        }
        String batch = request.queryParameter("batch")
                .orElseGet(() -> UUID.randomUUID().toString());
        if (!BATCH.matcher(batch).matches()) {
            throw Problems.badBatch();
        }
        Receipt receipt = reception.receive(request, Formats.NATIVE, batch);
        Map<String, Object> body = body(receipt);
        body.put("batch", batch);
        return Response.json(receipt.status(), body);
    }

    /** The module looks at nothing but whether an answer came; people with curl see what was refused. */
    private Response adoptionInsights(Request request) throws InterruptedException {
        Receipt receipt = reception.receive(request, Formats.ADOPTION_INSIGHTS, LIVE);
        if (receipt.status() == 422) {
            return Problem.of(422, "events-refused", "None of the events can be counted")
                    .with("rejected", receipt.refusedJson())
                    .toResponse();
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("success", true);
        body.put("message", "Event received");
        if (!receipt.refused().isEmpty()) {
            body.putAll(body(receipt));
        }
        return Response.json(receipt.refused().isEmpty() ? 200 : 207, body);
    }

    private static Map<String, Object> body(Receipt receipt) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("accepted", receipt.accepted());
        body.put("rejected", receipt.refusedJson());
        return body;
    }
}
