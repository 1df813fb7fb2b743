package dev.footlights.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Waits until what was sent is in the figures. */
public final class Freshness implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration POLL = Duration.ofMillis(300);

    private final URI question;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /**
     * Of one query API.
     *
     * @param queryUrl its base URL
     */
    public Freshness(String queryUrl) {
        this.question = URI.create(queryUrl + "/api/v1/kpis/events?granularity=total");
    }

    /** Comes back with true when every event received before a moment is counted, with false when patience is over. */
    public boolean await(Instant moment, Duration patience) throws InterruptedException {
        Instant deadline = Instant.now().plus(patience);
        while (Instant.now().isBefore(deadline)) {
            if (asOf().filter(asOf -> !asOf.isBefore(moment)).isPresent()) {
                return true;
            }
            Thread.sleep(POLL);
        }
        return false;
    }

    @Override
    public void close() {
        http.close();
    }

    private Optional<Instant> asOf() throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(question)
                    .timeout(Duration.ofSeconds(10))
                    .build();
            String body =
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return Optional.of(Instant.parse(JSON.readTree(body).path("asOf").asText("")));
        } catch (JsonProcessingException | DateTimeException noFigureYet) {
            return Optional.empty();
        } catch (IOException unreachable) {
            return Optional.empty();
        }
    }
}
