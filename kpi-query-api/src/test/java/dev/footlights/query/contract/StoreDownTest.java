package dev.footlights.query.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footlights.service.settings.ClickHouseSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** While ClickHouse is away the service says so, and it heals without a restart. */
class StoreDownTest {
    @Test
    void answers503AndHeals() throws Exception {
        // Given
        ClickHouseUnderTest.Store store = ClickHouseUnderTest.get().store("store_down");
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        ClickHouseSettings settings = new ClickHouseSettings(
                "jdbc:ch://127.0.0.1:" + port,
                store.settings().username(),
                store.settings().password(),
                "store_down");
        try (ApiUnderTest api =
                new ApiUnderTest(settings, ZoneId.of("UTC"), 0, Instant.parse("2026-11-22T12:00:00Z"))) {
            // When nobody listens
            HttpResponse<String> down = api.get("/api/v1/kpis/events");
            assertThat(down.statusCode()).isEqualTo(503);
            assertThat(down.headers().firstValue("Retry-After")).isPresent();
            assertThat(down.body()).contains("store-unavailable").doesNotContain("SELECT", "Exception");
            assertThat(api.get("/health/live").statusCode()).isEqualTo(200);
            assertThat(api.get("/health/ready").statusCode()).isEqualTo(503);
            // Then somebody does
            try (Forwarder forwarder = new Forwarder(port, store.url())) {
                assertThat(api.get("/api/v1/kpis/events").statusCode()).isEqualTo(200);
                forwarder.breakOff();
            }
            assertThat(api.get("/api/v1/kpis/events").statusCode()).isEqualTo(503);
        }
    }

    /** Carries bytes between a port and the ClickHouse under test. */
    private static final class Forwarder implements AutoCloseable {
        private final ServerSocket server;
        private final URI target;
        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        private final List<Socket> open = new CopyOnWriteArrayList<>();

        Forwarder(int port, String jdbcUrl) throws IOException {
            target = URI.create(jdbcUrl.substring("jdbc:".length()));
            server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            threads.execute(this::accept);
        }

        private void accept() {
            try {
                while (true) {
                    Socket client = server.accept();
                    Socket store = new Socket(target.getHost(), target.getPort());
                    open.add(client);
                    open.add(store);
                    threads.execute(() -> copy(client, store));
                    threads.execute(() -> copy(store, client));
                }
            } catch (IOException closed) {
                return;
            }
        }

        private static void copy(Socket from, Socket to) {
            try (InputStream in = from.getInputStream();
                    OutputStream out = to.getOutputStream()) {
                in.transferTo(out);
            } catch (IOException brokenOff) {
                return;
            }
        }

        void breakOff() throws IOException {
            for (Socket socket : open) {
                socket.close();
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
            breakOff();
            threads.shutdownNow();
        }
    }
}
