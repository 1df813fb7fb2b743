package dev.footlights.schemas.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One request to whichever URL answers: starts at the one that answered last, goes on to the next on a failed connection or a 5xx, and
 * begins another round after a pause. Every request of the protocol may be repeated without harm.
 */
final class RegistryTransport implements AutoCloseable {
    private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final String ACCEPT = CONTENT_TYPE + ", application/json;q=0.9";
    /** Far above any schema; keeps a wrong URL from filling the memory. */
    private static final int LONGEST_ANSWER = 8 << 20;

    private final RegistryConfig config;
    private final HttpClient http;
    private final AtomicInteger preferred = new AtomicInteger();

    RegistryTransport(RegistryConfig config) {
        this.config = config;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(config.requestTimeout());
        config.tls().ifPresent(builder::sslContext);
        this.http = builder.build();
    }

    JsonNode get(String path) {
        return send("GET", path, Optional.empty(), config.retries());
    }

    JsonNode getOnce(String path) {
        return send("GET", path, Optional.empty(), 0);
    }

    JsonNode post(String path, JsonNode body) {
        return send("POST", path, Optional.of(body), config.retries());
    }

    JsonNode put(String path, JsonNode body) {
        return send("PUT", path, Optional.of(body), config.retries());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private JsonNode send(String method, String path, Optional<JsonNode> body, int retries) {
        String request = method + " " + path;
        Failure failure = new Failure("", null);
        for (int round = 0; round <= retries; round++) {
            if (round > 0) {
                pause(round, request);
            }
            int first = preferred.get();
            for (int i = 0; i < config.urls().size(); i++) {
                int number = (first + i) % config.urls().size();
                switch (attempt(config.urls().get(number), method, path, body)) {
                    case Failure again -> failure = again;
                    case Answered answered -> {
                        preferred.set(number);
                        return answered.answer().orThrow(request);
                    }
                }
            }
        }
        throw new RegistryUnavailableException(
                request + ": no schema registry of " + config.urls() + " answered in " + (retries + 1)
                        + " rounds; last: " + failure.reason(),
                failure.cause());
    }

    private sealed interface Outcome {}

    private record Answered(RegistryAnswer answer) implements Outcome {}

    private record Failure(String reason, @Nullable Throwable cause) implements Outcome {}

    private Outcome attempt(URI base, String method, String path, Optional<JsonNode> body) {
        try {
            HttpResponse<byte[]> response = http.send(
                    request(base, method, path, body),
                    BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER));
            RegistryAnswer answer = RegistryAnswer.of(response.statusCode(), response.body());
            return answer.transientFailure()
                    ? new Failure(base + " answered " + answer.status(), null)
                    : new Answered(answer);
        } catch (IOException e) {
            return new Failure(base + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryUnavailableException(method + " " + path + ": interrupted", e);
        }
    }

    private HttpRequest request(URI base, String method, String path, Optional<JsonNode> body) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(config.requestTimeout())
                .header("Accept", ACCEPT)
                .method(
                        method,
                        body.map(json -> BodyPublishers.ofString(json.toString()))
                                .orElseGet(BodyPublishers::noBody));
        body.ifPresent(json -> builder.header("Content-Type", CONTENT_TYPE));
        config.credentials().authorization().ifPresent(value -> builder.header("Authorization", value));
        return builder.build();
    }

    private void pause(int round, String request) {
        Duration grown = config.firstPause().multipliedBy(1L << Math.min(round - 1, 20));
        long longest = Math.min(grown.toMillis(), RegistryConfig.LONGEST_PAUSE.toMillis());
        try {
            // Half of it by chance, so that restarted instances don't ask in step.
            Thread.sleep(longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2 + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryUnavailableException(request + ": interrupted", e);
        }
    }
}
