package dev.footlights.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footlights.service.settings.HttpSettings;
import dev.footlights.service.settings.SettingsReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many idle connections, and work that takes longer than a connection may be idle. */
@Timeout(30)
final class ConnectionLimitsTest {
    private static final int MOST = 20;
    /** Not a multiple of the idle timeout: it would then be over just when the answer is sent, and the connection not used again. */
    private static final long LONG_MILLIS = 1_750;

    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        HttpSettings settings = SettingsReader.read(
                HttpSettings.class,
                Optional.empty(),
                Map.of(
                        "FOOTLIGHTS_PORT", "0",
                        "FOOTLIGHTS_IDLE_TIMEOUT", "500ms",
                        "FOOTLIGHTS_MAX_CONNECTIONS", Integer.toString(MOST)));
        Router router = new Router()
                .get("/", request -> Response.text(200, "text/plain", "ok"))
                .get("/long", request -> {
                    new CompletableFuture<String>()
                            .completeOnTimeout("", LONG_MILLIS, TimeUnit.MILLISECONDS)
                            .get();
                    return Response.text(200, "text/plain", "done");
                })
                .post("/long", request -> {
                    byte[] body = BodyReader.read(request, 1000, 1000);
                    new CompletableFuture<String>()
                            .completeOnTimeout("", LONG_MILLIS, TimeUnit.MILLISECONDS)
                            .get();
                    return Response.text(200, "text/plain", "done " + body.length);
                });
        server = HttpServer.start(settings, router);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void aHandlerMayTakeLongerThanTheIdleTimeout() throws Exception {
        URI url = server.url().resolve("/long");
        assertThat(client.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString())
                        .body())
                .isEqualTo("done");
        HttpRequest post = HttpRequest.newBuilder(url)
                .POST(HttpRequest.BodyPublishers.ofString("abc"))
                .build();
        assertThat(client.send(post, BodyHandlers.ofString()).body()).isEqualTo("done 3");
    }

    @Test
    void silentConnectionsBeyondTheLimitDoNotLockOthersOut() throws Exception {
        List<RawClient> silent = new ArrayList<>();
        try {
            for (int count = 0; count < MOST * 3; count++) {
                silent.add(new RawClient(server.port()));
            }
            HttpRequest request = HttpRequest.newBuilder(server.url().resolve("/"))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            assertThat(client.send(request, BodyHandlers.ofString()).body()).isEqualTo("ok");
        } finally {
            for (RawClient each : silent) {
                each.close();
            }
        }
    }
}
