package dev.footlights.query.contract;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.footlights.query.KpiQueryApi;
import dev.footlights.query.QuerySettings;
import dev.footlights.query.alert.AlertSettings;
import dev.footlights.query.delivery.DeliverySettings;
import dev.footlights.query.delivery.MailSettings;
import dev.footlights.query.digest.ReportSettings;
import dev.footlights.service.Lifecycle;
import dev.footlights.service.http.HttpServer;
import dev.footlights.service.settings.AuthSettings;
import dev.footlights.service.settings.ClickHouseSettings;
import dev.footlights.service.settings.HttpSettings;
import dev.footlights.service.settings.LogSettings;
import dev.footlights.service.settings.SettingsReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The service on a free port, and how to ask it. */
final class ApiUnderTest implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final Lifecycle lifecycle;
    private final HttpClient client = HttpClient.newHttpClient();

    ApiUnderTest(ClickHouseSettings clickhouse, ZoneId reportingZone, int minimumGroupSize, Instant now)
            throws IOException {
        this(clickhouse, reportingZone, minimumGroupSize, now, List.of());
    }

    /** One that holds nothing in memory: every figure is read from ClickHouse. */
    static ApiUnderTest withoutMemory(
            ClickHouseSettings clickhouse, ZoneId reportingZone, int minimumGroupSize, Instant now) throws IOException {
        return new ApiUnderTest(clickhouse, reportingZone, minimumGroupSize, now, List.of(), limits(0));
    }

    private static QuerySettings.Limits limits(long cellsInMemory) {
        QuerySettings.Limits defaults = SettingsReader.defaults(QuerySettings.Limits.class);
        return new QuerySettings.Limits(
                defaults.connections(),
                defaults.connectionWait(),
                defaults.queryTime(),
                defaults.resultRows(),
                defaults.days(),
                defaults.cells(),
                defaults.pageRows(),
                cellsInMemory,
                cellsInMemory);
    }

    ApiUnderTest(
            ClickHouseSettings clickhouse, ZoneId reportingZone, int minimumGroupSize, Instant now, List<String> keys)
            throws IOException {
        this(
                clickhouse,
                reportingZone,
                minimumGroupSize,
                now,
                keys,
                SettingsReader.defaults(QuerySettings.Limits.class));
    }

    private ApiUnderTest(
            ClickHouseSettings clickhouse,
            ZoneId reportingZone,
            int minimumGroupSize,
            Instant now,
            List<String> keys,
            QuerySettings.Limits limits)
            throws IOException {
        QuerySettings settings = new QuerySettings(
                HttpSettings.onFreePort(),
                clickhouse,
                new QuerySettings.Reporting(reportingZone),
                new QuerySettings.Privacy(minimumGroupSize),
                SettingsReader.defaults(QuerySettings.Money.class),
                limits,
                SettingsReader.defaults(LogSettings.class),
                new AuthSettings(keys),
                new QuerySettings.Onboarding(Optional.empty()),
                new QuerySettings.Surveys(Optional.empty()),
                SettingsReader.defaults(QuerySettings.AdoptionInsights.class),
                Optional.of(URI.create("https://portal.example.org/footlights")),
                SettingsReader.defaults(MailSettings.class),
                List.of(),
                SettingsReader.defaults(DeliverySettings.class),
                SettingsReader.defaults(ReportSettings.class),
                SettingsReader.defaults(AlertSettings.class));
        this.lifecycle = new Lifecycle();
        server = KpiQueryApi.start(settings, lifecycle, Clock.fixed(now, ZoneOffset.UTC));
        if (limits.cellsInMemory() > 0) {
            awaitMemory();
        }
    }

    /** With settings of every kind. */
    ApiUnderTest(QuerySettings settings, Clock clock) throws IOException {
        this.lifecycle = new Lifecycle();
        server = KpiQueryApi.start(settings, lifecycle, clock);
        awaitMemory();
    }

    /** Answers then come from memory as far as they can. Without ClickHouse there is nothing to wait for. */
    private void awaitMemory() {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> get("/metrics").body().contains("footlights_query_copies_in_memory 2.0")
                        || get("/health/ready").statusCode() != 200);
    }

    /** Where it listens. */
    URI url() {
        return server.url();
    }

    /** Stops everything that runs beside the server too. */
    void stop() {
        lifecycle.stop();
    }

    /** The patterns of the paths that take a method. */
    List<String> patterns(String method) {
        return server.patterns(method);
    }

    HttpResponse<String> get(String target, String... headers) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + target));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends a body of JSON. */
    HttpResponse<String> send(String method, String target, String body, String... headers) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + target))
                    .header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(body));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The body of an answer that must be a 200. */
    JsonNode json(String target) {
        HttpResponse<String> response = get(target);
        if (response.statusCode() != 200) {
            throw new AssertionError(target + " answered " + response.statusCode() + " " + response.body());
        }
        return parse(response.body());
    }

    static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows as {@code period team feature value}, in the order of the answer. */
    List<String> rows(String target) {
        List<String> rows = new ArrayList<>();
        json(target)
                .get("rows")
                .forEach(row -> rows.add(String.join(
                        " ",
                        row.get("period").asText(),
                        row.get("team").asText(),
                        row.get("feature").asText(),
                        row.get("value").asText())));
        return rows;
    }

    @Override
    public void close() {
        server.close();
    }
}
