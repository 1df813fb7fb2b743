package dev.footlights.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Runs statements over ClickHouse's HTTP interface, with values for their {@code {name:Type}} places. */
final class Statements {
    private final HttpClient client = HttpClient.newHttpClient();
    private final String url;

    /** @param url of the interface, without a path */
    Statements(String url, String database) {
        this.url = url + "/?database=" + database;
    }

    /**
     * Runs one.
     *
     * @return its result as text
     * @throws IllegalStateException with the engine's words when it refuses
     */
    String run(String statement, Map<String, String> values) {
        String parameters = values.entrySet().stream()
                .map(value ->
                        "&param_" + value.getKey() + "=" + URLEncoder.encode(value.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + parameters))
                .POST(HttpRequest.BodyPublishers.ofString(statement))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.body() + "\nin: " + statement);
            }
            return answer.body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    /** The statements of a file beside this class. */
    static List<String> of(String file) {
        try (InputStream text = Statements.class.getResourceAsStream("/footlights/benchmarks/load/" + file)) {
            if (text == null) {
                throw new IllegalStateException("The jar lacks load/" + file);
            }
            return Arrays.stream(new String(text.readAllBytes(), StandardCharsets.UTF_8).split(";\\s*\n", -1))
                    .filter(statement -> !statement.isBlank())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
