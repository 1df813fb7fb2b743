package dev.footlights.local.send;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Posts batches to the ingest service and doesn't come back before each event has its answer: what is promised nowhere
 * (503, 429, a broken connection) is sent again. Event ids make that safe. For any number of threads.
 */
public final class IngestClient implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TOO_MANY_REQUESTS = 429;

    private final URI target;
    private final Optional<String> token;
    private final RetryPolicy policy;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /**
     * For one path of one service.
     *
     * @param target the URL to post to, with its query
     * @param token for bearer authentication
     */
    public IngestClient(URI target, Optional<String> token, RetryPolicy policy) {
        this.target = target;
        this.token = token;
        this.policy = policy;
    }

    /**
     * Sends a batch until it is answered.
     *
     * @param events how many the body holds
     * @throws SendException when the service refuses the request as a whole, or patience is over
     */
    public Answer post(byte[] body, int events) throws InterruptedException {
        long giveUp = System.nanoTime() + policy.patience().toNanos();
        int failures = 0;
        while (true) {
            String problem;
            Duration pause;
            try {
                HttpResponse<String> answer = http.send(request(body), HttpResponse.BodyHandlers.ofString());
                int status = answer.statusCode();
                if (status != TOO_MANY_REQUESTS && status < 500) {
                    return read(answer, events);
                }
                problem = "status " + status + " " + title(answer.body());
                pause = policy.pause(++failures, answer.headers());
            } catch (IOException unreachable) {
                problem = String.valueOf(unreachable.getMessage() == null ? unreachable : unreachable.getMessage());
                pause = policy.pause(++failures);
            }
            if (System.nanoTime() + pause.toNanos() > giveUp) {
                throw new SendException(
                        "%s does not take events (%s) since %d s. Is it running? See ./footlights status"
                                .formatted(
                                        target,
                                        problem.strip(),
                                        policy.patience().toSeconds()));
            }
            Thread.sleep(pause);
        }
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpRequest request(byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(target)
                .timeout(Duration.ofMinutes(1))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        return request.build();
    }

    private Answer read(HttpResponse<String> answer, int events) {
        JsonNode tree = tree(answer.body());
        if (!tree.path("accepted").isNumber()) {
            if (answer.statusCode() < 300) {
                return new Answer(events, List.of());
            }
            throw new SendException("%s refuses the request with status %d: %s"
                    .formatted(target, answer.statusCode(), title(answer.body())));
        }
        List<Refusal> refusals = new ArrayList<>();
        for (JsonNode refused : tree.path("rejected")) {
            refusals.add(new Refusal(
                    refused.path("index").asInt(-1),
                    refused.path("eventId").asText(""),
                    refused.path("reason").asText("unknown"),
                    refused.path("detail").asText("")));
        }
        return new Answer(tree.path("accepted").asInt(), refusals);
    }

    private static String title(String body) {
        JsonNode problem = tree(body);
        String title = problem.path("title").asText("");
        String detail = problem.path("detail").asText("");
        return detail.isEmpty() ? title : title + ": " + detail;
    }

    private static JsonNode tree(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            return JSON.missingNode();
        }
    }
}
