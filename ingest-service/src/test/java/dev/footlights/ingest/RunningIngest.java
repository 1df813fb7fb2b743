package dev.footlights.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.footlights.schemas.registry.SchemaRegistry;
import dev.footlights.service.Lifecycle;
import dev.footlights.service.http.HttpServer;
import dev.footlights.service.settings.SettingsReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The service as it runs, on a free port, with the means to call it. */
final class RunningIngest implements AutoCloseable {
    static final String KEY = "a key for tests only";
    private static final JsonMapper JSON = new JsonMapper();

    private final Lifecycle lifecycle = new Lifecycle();
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server;

    /** An answer. */
    record Answer(int status, String body, HttpResponse<String> response) {
        JsonNode json() throws IOException {
            return JSON.readTree(body);
        }
    }

    /** @param environment settings beside those every test needs */
    RunningIngest(String bootstrapServers, SchemaRegistry registry, Map<String, String> environment) throws Exception {
        Map<String, String> all = new HashMap<>(environment);
        all.put("FOOTLIGHTS_HTTP_PORT", "0");
        all.put("FOOTLIGHTS_KAFKA_BOOTSTRAP_SERVERS", bootstrapServers);
        all.putIfAbsent("FOOTLIGHTS_TOPICS_PARTITIONS", "2");
        all.put("FOOTLIGHTS_IDENTITY_KEY", KEY);
        IngestSettings settings = SettingsReader.read(IngestSettings.class, Optional.empty(), all);
        server = IngestService.start(settings, lifecycle, registry);
    }

    Answer post(String target, String body, String... headers) throws Exception {
        return post(target, HttpRequest.BodyPublishers.ofString(body), headers);
    }

    Answer post(String target, HttpRequest.BodyPublisher body, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server.url() + target)).POST(body);
        request.header("Content-Type", "application/json");
        for (int index = 0; index < headers.length; index += 2) {
            request.setHeader(headers[index], headers[index + 1]);
        }
        return answer(request.build());
    }

    Answer get(String target) throws Exception {
        return answer(HttpRequest.newBuilder(URI.create(server.url() + target)).build());
    }

    boolean ready() throws Exception {
        return get("/health/ready").status() == 200;
    }

    private Answer answer(HttpRequest request) throws Exception {
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body(), response);
    }

    @Override
    public void close() {
        client.close();
        lifecycle.stop();
    }
}
