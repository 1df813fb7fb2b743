package dev.footlights.local.send;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** Answers what it is told to, in turn, and afterwards accepts everything; keeps what it was sent. */
final class ScriptedIngest implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One answer. */
    record Reply(int status, String body, String retryAfter) {}

    private final HttpServer server;
    private final Deque<Reply> script = new ArrayDeque<>();
    private final List<JsonNode> requests = Collections.synchronizedList(new ArrayList<>());

    ScriptedIngest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    ScriptedIngest answers(int status, String body) {
        script.add(new Reply(status, body, ""));
        return this;
    }

    ScriptedIngest isBusy(String retryAfter) {
        script.add(new Reply(503, "{\"title\":\"Busy\"}", retryAfter));
        return this;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/events");
    }

    /** The batches, each an array of events, also those that were answered with an error. */
    List<JsonNode> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        JsonNode events = JSON.readTree(exchange.getRequestBody());
        requests.add(events);
        Reply reply = script.isEmpty()
                ? new Reply(202, "{\"accepted\":" + events.size() + ",\"rejected\":[]}", "")
                : script.removeFirst();
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        if (!reply.retryAfter().isEmpty()) {
            exchange.getResponseHeaders().add("Retry-After", reply.retryAfter());
        }
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
