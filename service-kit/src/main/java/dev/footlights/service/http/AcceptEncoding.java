package dev.footlights.service.http;

import java.util.Locale;
import java.util.Set;

/** Whether an answer goes out as gzip. */
final class AcceptEncoding {
    private static final int WORTH_PACKING = 1024;
    private static final Set<String> TEXTUAL = Set.of(
            "application/json",
            "application/problem+json",
            "application/x-ndjson",
            "application/yaml",
            "application/openapi+yaml",
            "application/javascript",
            "application/openmetrics-text",
            "image/svg+xml");

    private AcceptEncoding() {}

    static boolean packs(Request request, Response response) {
        boolean largeEnough = response.stream().isPresent() || response.bytes().length > WORTH_PACKING;
        return largeEnough
                && response.header("Content-Encoding").isEmpty()
                && textual(response)
                && request.headers("Accept-Encoding").stream().anyMatch(AcceptEncoding::allowsGzip);
    }

    static boolean textual(Response response) {
        String type =
                response.header("Content-Type").orElse("").split(";", 2)[0].strip();
        return type.startsWith("text/") || TEXTUAL.contains(type);
    }

    private static boolean allowsGzip(String header) {
        for (String choice : header.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = choice.split(";", 2);
            if (parts[0].strip().equals("gzip")) {
                return parts.length == 1 || !parts[1].strip().matches("q=0(\\.0*)?");
            }
        }
        return false;
    }
}
