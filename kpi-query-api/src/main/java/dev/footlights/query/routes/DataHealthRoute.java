package dev.footlights.query.routes;

import dev.footlights.query.answer.JsonAnswer;
import dev.footlights.query.health.DataHealth;
import dev.footlights.query.request.Days;
import dev.footlights.service.http.Handler;
import dev.footlights.service.http.Request;
import dev.footlights.service.http.Response;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of every event, and how fresh the figures are. */
final class DataHealthRoute implements Handler {
    private final ApiParts parts;
    private final DataHealth health;

    DataHealthRoute(ApiParts parts) {
        this.parts = parts;
        this.health = new DataHealth(parts.clickHouse(), parts.floor(), parts.clock());
    }

    @Override
    public Response handle(Request request) {
        Days days = parts.reader().days(request);
        Optional<Instant> asOf = parts.answers().asOf();
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("asOf", JsonAnswer.text(asOf));
        body.put("zone", days.zone().getId());
        body.put("from", days.from().toString());
        body.put("to", days.to().toString());
        health.addTo(body, days, asOf);
        return Response.json(200, body).etagged(request);
    }
}
