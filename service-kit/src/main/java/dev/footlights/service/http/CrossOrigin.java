package dev.footlights.service.http;

import java.util.List;
import java.util.Optional;

/** CORS: which pages of other origins may call. An origin that isn't listed gets no CORS header, so its page sees nothing. */
final class CrossOrigin {
    private static final String ALLOWED_HEADERS = "Authorization, Content-Type, Content-Encoding, If-None-Match";

    private final List<String> origins;

    CrossOrigin(List<String> origins) {
        this.origins = origins;
    }

    /** Answers OPTIONS: a preflight, or the plain question which methods there are. */
    Response options(Request request, String allowedMethods) {
        boolean preflight = request.header("Origin").isPresent()
                && request.header("Access-Control-Request-Method").isPresent();
        if (!preflight) {
            return Response.empty(204).header("Allow", allowedMethods);
        }
        if (allowedOrigin(request).isEmpty()) {
            return Problem.of(403, "origin-not-allowed", "Pages of this origin may not call")
                    .toResponse();
        }
        return Response.empty(204)
                .header("Access-Control-Allow-Methods", allowedMethods)
                .header("Access-Control-Allow-Headers", ALLOWED_HEADERS)
                .header("Access-Control-Max-Age", "600");
    }

    /** Adds to any answer what lets the page of a listed origin read it. */
    void mark(Request request, Response response) {
        if (origins.isEmpty()) {
            return;
        }
        Vary.add(response, "Origin");
        allowedOrigin(request)
                .ifPresent(origin -> response.header("Access-Control-Allow-Origin", origin)
                        .header("Access-Control-Expose-Headers", "ETag, Retry-After"));
    }

    private Optional<String> allowedOrigin(Request request) {
        return request.header("Origin").filter(origin -> origins.contains(origin) || origins.contains("*"));
    }
}
