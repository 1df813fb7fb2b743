package dev.footlights.query.routes;

import dev.footlights.query.answer.JsonAnswer;
import dev.footlights.query.answer.Page;
import dev.footlights.query.delivery.Deliveries;
import dev.footlights.query.delivery.DeliveryLog;
import dev.footlights.query.request.Paging;
import dev.footlights.query.request.Refusals;
import dev.footlights.service.http.Problem;
import dev.footlights.service.http.Request;
import dev.footlights.service.http.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was sent to whom, and what became of it. Needs the scope admin where keys are set. */
final class DeliveryRoutes {
    private static final int DEFAULT_ROWS = 100;

    private final ApiParts parts;
    private final DeliveryLog book;
    private final Deliveries told;

    DeliveryRoutes(ApiParts parts, DeliveryLog book, Deliveries told) {
        this.parts = parts;
        this.book = book;
        this.told = told;
    }

    Response list(Request request) {
        requireAdmin(request);
        Paging paging = Paging.of(request, DEFAULT_ROWS);
        Page<DeliveryLog.Delivery> page = Page.cut(book.deliveries(), paging.limit(), paging.offset());
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("asOf", JsonAnswer.text(parts.answers().asOf()));
        body.put("zone", parts.reportingZone().getId());
        JsonAnswer.paged(body, page, page.rows().stream().map(told::json).toList());
        return Response.json(200, body).etagged(request);
    }

    Response again(Request request) {
        requireAdmin(request);
        String id = request.pathParameter("id");
        DeliveryLog.Delivery delivery = book.find(id).orElseThrow(() -> Refusals.unknown("delivery", id, List.of()));
        if (!told.mayBeSentAgain(delivery)) {
            throw Problem.of(
                            409,
                            "not-sent-again",
                            "It can't be sent again",
                            "only a report whose delivery is over is sent again; this one is "
                                    + told.json(delivery).get("state"))
                    .exception();
        }
        book.again(delivery, request.caller().name());
        return Response.json(202, told.json(book.find(id).orElse(delivery)));
    }

    private void requireAdmin(Request request) {
        if (!parts.settings().auth().keys().isEmpty()) {
            request.caller().require("admin");
        }
    }
}
