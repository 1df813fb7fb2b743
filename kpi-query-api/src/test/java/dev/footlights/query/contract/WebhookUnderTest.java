package dev.footlights.query.contract;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntUnaryOperator;

/** A server that chats post to, and what it was posted. */
final class WebhookUnderTest implements AutoCloseable {
    private static final int TOO_MANY = 429;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Long> times = new CopyOnWriteArrayList<>();
    private final List<String> posts = new CopyOnWriteArrayList<>();

    /**
     * Starts it.
     *
     * @param answers status by the number of the post, from 1; 429 asks for two seconds, below 0 breaks the connection
     */
    WebhookUnderTest(IntUnaryOperator answers) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            times.add(System.nanoTime());
            posts.add(exchange.getRequestURI().getPath() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            int status = answers.applyAsInt(posts.size());
            if (status == TOO_MANY) {
                exchange.getResponseHeaders().set("Retry-After", "2");
            }
            if (status > 0) {
                exchange.sendResponseHeaders(status, -1);
            }
            exchange.close();
        });
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** Path and body of every post, in order. */
    List<String> posts() {
        return List.copyOf(posts);
    }

    /** Between one post, counted from 0, and the next. */
    Duration pauseAfter(int post) {
        return Duration.ofNanos(times.get(post + 1) - times.get(post));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
