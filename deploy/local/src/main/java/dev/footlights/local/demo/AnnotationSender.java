package dev.footlights.local.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Posts the demo's annotation to the query API. The demo is a demo without it too, so failures are told and no more. */
public final class AnnotationSender {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI target;
    private final Optional<String> token;

    /**
     * To one query API.
     *
     * @param queryUrl its base URL
     * @param token for bearer authentication
     */
    public AnnotationSender(String queryUrl, Optional<String> token) {
        this.target = URI.create(queryUrl + "/api/v1/annotations");
        this.token = token;
    }

    /** What became of it, in one line. */
    public String send(ObjectNode annotation) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(target)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(annotation.toString()));
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            int status = http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            return status < 300
                    ? "The hackathon is annotated."
                    : "The hackathon is not annotated: %s answers %d.".formatted(target, status);
        } catch (IOException unreachable) {
            return "The hackathon is not annotated: %s can't be reached.".formatted(target);
        }
    }
}
