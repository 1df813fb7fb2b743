package dev.footlights.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;

/** Stands between the query API and ClickHouse and keeps the statements with the time each took. Not there while answers are timed. */
final class StatementRecorder implements AutoCloseable {
    private static final Set<String> NOT_PASSED =
            Set.of("host", "connection", "content-length", "upgrade", "transfer-encoding");

    /** A statement with its values in place, and how long its answer took. */
    record Recorded(String statement, double millis) {}

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server;
    private final String clickHouse;
    private final List<Recorded> recorded = new ArrayList<>();

    StatementRecorder(String clickHouse) throws IOException {
        this.clickHouse = clickHouse;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::pass);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What came by since the last call. */
    synchronized List<Recorded> take() {
        List<Recorded> taken = List.copyOf(recorded);
        recorded.clear();
        return taken;
    }

    private synchronized void keep(Recorded one) {
        recorded.add(one);
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(clickHouse + exchange.getRequestURI()))
                    .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
            exchange.getRequestHeaders().forEach((name, values) -> {
                if (!NOT_PASSED.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                    values.forEach(value -> request.header(name, value));
                }
            });
            long begun = System.nanoTime();
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            keep(new Recorded(new String(body, StandardCharsets.UTF_8), (System.nanoTime() - begun) / 1e6));
            answer.headers().map().forEach((name, values) -> {
                if (!NOT_PASSED.contains(name)) {
                    values.forEach(value -> exchange.getResponseHeaders().add(name, value));
                }
            });
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
