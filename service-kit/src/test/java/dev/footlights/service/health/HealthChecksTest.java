package dev.footlights.service.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footlights.service.http.HttpServer;
import dev.footlights.service.http.Router;
import dev.footlights.service.settings.HttpSettings;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class HealthChecksTest {
    private final AtomicInteger asked = new AtomicInteger();
    private final HealthCheck up = HealthCheck.of("kafka", () -> {
        asked.incrementAndGet();
        return Health.up("3 brokers");
    });

    @Test
    void readyWhenEveryCheckIsUp() throws Exception {
        HttpResponse<String> answer = ready(new HealthChecks(List.of(up)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo(
                        "{\"status\":\"up\",\"checks\":[{\"name\":\"kafka\",\"status\":\"up\",\"detail\":\"3 brokers\"}]}");
    }

    @Test
    void notReadyWhenOneIsDown() throws Exception {
        HealthCheck down = HealthCheck.of("clickhouse", () -> Health.down("refused"));

        HttpResponse<String> answer = ready(new HealthChecks(List.of(up, down)));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body())
                .startsWith("{\"status\":\"down\"")
                .contains("{\"name\":\"clickhouse\",\"status\":\"down\",\"detail\":\"refused\"}");
    }

    @Test
    void notReadyOnceStopping() throws Exception {
        HealthChecks checks = new HealthChecks(List.of(up));

        checks.stopping();

        assertThat(ready(checks).statusCode()).isEqualTo(503);
    }

    @Test
    void anExceptionIsDownWithItsMessage() throws Exception {
        HealthCheck broken = HealthCheck.of("registry", () -> {
            throw new IllegalStateException("no route to host");
        });

        assertThat(new HealthChecks(List.of(broken)).states().get("registry"))
                .isEqualTo(Health.down("no route to host"));
    }

    @Test
    void aCheckThatHangsIsDownAndIsNotBegunTwice() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        HealthCheck hanging = HealthCheck.of("kafka", () -> {
            asked.incrementAndGet();
            never.await();
            return Health.up("");
        });
        BoundedCheck bounded = new BoundedCheck(hanging);

        bounded.begin();
        assertThat(bounded.await(Duration.ofMillis(20)).isUp()).isFalse();
        bounded.begin();
        assertThat(bounded.await(Duration.ofMillis(20)).isUp()).isFalse();

        assertThat(asked).hasValue(1);
        never.countDown();
    }

    @Test
    void resultsAreKeptForAWhile() throws Exception {
        HealthChecks checks = new HealthChecks(List.of(up));

        checks.states();
        checks.states();

        assertThat(asked).hasValue(1);
    }

    private static HttpResponse<String> ready(HealthChecks checks) throws Exception {
        Router router = new Router();
        checks.addTo(router);
        try (HttpServer server = HttpServer.start(HttpSettings.onFreePort(), router);
                HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(server.url().resolve("/health/ready"))
                    .build();
            return client.send(request, BodyHandlers.ofString());
        }
    }
}
