package dev.footlights.query.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.footlights.query.report.render.ChatRenderer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Posts {@code {"text": …}} to incoming webhooks of Slack and those that follow it. An answer of 429 or 5xx counts as
 * nothing delivered; a connection that breaks after the message was sent as unknown.
 */
final class WebhookCourier implements Courier, AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int TOO_MANY = 429;
    private static final long LONGEST_PAUSE = 86_400;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Override
    public Outcome bring(Letter letter, String id, Content content) {
        if (!(letter.recipient() instanceof Recipient.Webhook(String name, URI address))) {
            return new Outcome.Refused("it isn't for a webhook");
        }
        try {
            String body = JSON.writeValueAsString(Map.of("text", ChatRenderer.render(content.document())));
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json; charset=utf-8")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return judge(client.send(request, HttpResponse.BodyHandlers.discarding()));
        } catch (ConnectException | HttpConnectTimeoutException e) {
            return new Outcome.Failed("the webhook can't be connected to", Optional.empty());
        } catch (JsonProcessingException e) {
            return new Outcome.Refused("the message can't be written as JSON");
        } catch (IOException e) {
            return new Outcome.Unknown("the connection to the webhook broke before it answered");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Unknown("the service stopped before the webhook answered");
        }
    }

    private static Outcome judge(HttpResponse<Void> response) {
        int status = response.statusCode();
        if (status >= 200 && status < 300) {
            return new Outcome.Delivered();
        }
        String detail = "the webhook answered " + status;
        return status == TOO_MANY || status >= 500
                ? new Outcome.Failed(
                        detail, response.headers().firstValue("Retry-After").flatMap(WebhookCourier::pause))
                : new Outcome.Refused(detail);
    }

    private static Optional<Duration> pause(String retryAfter) {
        return retryAfter.matches("\\d{1,9}")
                ? Optional.of(Duration.ofSeconds(Math.min(LONGEST_PAUSE, Long.parseLong(retryAfter))))
                : Optional.empty();
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
