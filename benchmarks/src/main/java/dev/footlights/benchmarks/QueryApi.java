package dev.footlights.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The built query API as a process of its own, with the settings it comes with. */
final class QueryApi implements AutoCloseable {
    private static final Duration STARTING = Duration.ofSeconds(60);
    private static final Duration LOADING = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final String url;

    /**
     * Starts it and waits until it is ready.
     *
     * @param clickHouse URL of ClickHouse's HTTP interface
     * @throws IllegalStateException when it doesn't become ready
     */
    QueryApi(String clickHouse, String database, Path log) throws IOException {
        int port = freePort();
        url = "http://127.0.0.1:" + port;
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-jar",
                        jar().toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("FOOTLIGHTS_"));
        builder.environment()
                .putAll(Map.of(
                        "FOOTLIGHTS_HTTP_PORT", Integer.toString(port),
                        "FOOTLIGHTS_CLICKHOUSE_URL", clickHouse.replace("http:", "jdbc:ch:"),
                        "FOOTLIGHTS_CLICKHOUSE_DATABASE", database));
        process = builder.start();
        awaitReady(log);
        awaitMemory();
    }

    /** Rollups and presence are loaded in the background; until then everything is read from ClickHouse. */
    private void awaitMemory() {
        long begun = System.nanoTime();
        String wanted = "footlights_query_copies_in_memory 2.0";
        while (!new String(get("/metrics"), StandardCharsets.UTF_8).contains(wanted)) {
            if (System.nanoTime() - begun > LOADING.toNanos()) {
                throw new IllegalStateException("The query API doesn't load into memory.");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        System.out.printf(
                "The query API holds rollups and presence in memory after %.1f s.%n",
                (System.nanoTime() - begun) / 1e9);
    }

    /**
     * Asks.
     *
     * @return the bytes of the body
     * @throws IllegalStateException when the answer isn't a 200
     */
    byte[] get(String path) {
        HttpResponse<byte[]> answer = send(path);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + ": "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer.body();
    }

    private HttpResponse<byte[]> send(String path) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create(url + path)).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    private void awaitReady(Path log) throws IOException {
        long end = System.nanoTime() + STARTING.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            if (ready()) {
                return;
            }
            Thread.onSpinWait();
        }
        close();
        throw new IllegalStateException("The query API doesn't become ready:\n" + Files.readString(log));
    }

    private boolean ready() {
        try {
            return send("/health/ready").statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            if (notYet.getCause() instanceof ConnectException) {
                return false;
            }
            throw notYet;
        }
    }

    private static Path jar() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path jar = folder.resolve("kpi-query-api/target/kpi-query-api.jar");
            if (Files.exists(jar)) {
                return jar;
            }
        }
        throw new IllegalStateException("Run it inside the built source tree: mvn -DskipTests package");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
