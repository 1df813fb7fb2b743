package dev.footlights.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footlights.service.settings.HttpSettings;
import dev.footlights.service.settings.SettingsReader;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What isn't proper HTTP is refused with a status, as a problem, and the connection closed. */
final class HostileBytesTest {
    private final AtomicInteger handled = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        HttpSettings settings = SettingsReader.read(
                HttpSettings.class,
                Optional.empty(),
                Map.of(
                        "FOOTLIGHTS_PORT", "0",
                        "FOOTLIGHTS_HEADER_TIMEOUT", "600ms",
                        "FOOTLIGHTS_BODY_TIMEOUT", "600ms",
                        "FOOTLIGHTS_IDLE_TIMEOUT", "2s",
                        "FOOTLIGHTS_HEADER_BYTES", "8192"));
        Router router = new Router()
                .get("/", request -> Response.text(200, "text/plain", "ok"))
                .post("/", request -> {
                    byte[] body = BodyReader.read(request, 1000, 1000);
                    handled.incrementAndGet();
                    return Response.text(200, "text/plain", "got " + body.length);
                });
        server = HttpServer.start(settings, router);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "length and chunked|POST / HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: 3\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n0\\r\\n\\r\\n",
                "two lengths|POST / HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: 3\\r\\nContent-Length: 4\\r\\n\\r\\nabcd",
                "length not a number|POST / HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: 3x\\r\\n\\r\\nabc",
                "negative length|POST / HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: -1\\r\\n\\r\\nabc",
                "huge length|POST / HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: 99999999999999999999\\r\\n\\r\\nabc",
                "no host|GET / HTTP/1.1\\r\\n\\r\\n",
                "bad chunk|POST / HTTP/1.1\\r\\nHost: a\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nzz\\r\\nabc\\r\\n",
                "encoded slash|GET /%2F HTTP/1.1\\r\\nHost: a\\r\\nConnection: close\\r\\n\\r\\n",
                "traversal|GET /a/%2e%2e/b HTTP/1.1\\r\\nHost: a\\r\\nConnection: close\\r\\n\\r\\n",
                "bad escape|GET /%zz HTTP/1.1\\r\\nHost: a\\r\\nConnection: close\\r\\n\\r\\n",
                "not HTTP|hello\\r\\n\\r\\n",
                "space in header name|GET / HTTP/1.1\\r\\nHost : a\\r\\n\\r\\n",
                "folded header|GET / HTTP/1.1\\r\\nHost: a\\r\\nX: b\\r\\n c\\r\\n\\r\\n"
            })
    void isRefusedAndClosed(String name, String bytes) throws IOException {
        try (RawClient client = new RawClient(server.port())) {
            String answer = client.send(bytes.translateEscapes()).readToEnd();
            assertThat(answer).as(name).startsWith("HTTP/1.1 400 ").contains("application/problem+json");
            assertThat(answer).contains("Connection: close").doesNotContain("Exception", "jetty", "\tat ");
        }
        assertThat(handled).hasValue(0);
    }

    @Test
    void tooLargeHeadersAre431() throws IOException {
        try (RawClient client = new RawClient(server.port())) {
            String answer = client.send("GET / HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(20_000) + "\r\n\r\n")
                    .readToEnd();
            assertThat(answer).startsWith("HTTP/1.1 431 ").contains("headers-too-large");
        }
    }

    @Test
    void tooLongUriIs414() throws IOException {
        try (RawClient client = new RawClient(server.port())) {
            String answer = client.send("GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: a\r\n\r\n")
                    .readToEnd();
            assertThat(answer).startsWith("HTTP/1.1 414 ").contains("uri-too-long");
        }
    }

    @Test
    void unfinishedHeadersAre408() throws IOException {
        try (RawClient client = new RawClient(server.port())) {
            assertThat(client.send("GET / HTTP/1.1\r\nHo").readToEnd()).startsWith("HTTP/1.1 408 ");
        }
    }

    @Test
    void unfinishedHeadersOfASecondRequestAre408() throws IOException {
        try (RawClient client = new RawClient(server.port())) {
            client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(client.readLine()).isEqualTo("HTTP/1.1 200 OK");
            assertThat(client.send("GET / HTTP/1.1\r\nHo").readToEnd()).contains("HTTP/1.1 408 ");
        }
    }

    @Test
    void headersThatDribbleAre408() throws Exception {
        try (RawClient client = new RawClient(server.port())) {
            client.send("GET / HTTP/1.1\r\nX: ");
            assertThat(client.dribbleUntilAnswered("x")).startsWith("HTTP/1.1 408 ");
        }
    }

    @Test
    void aBodyThatDribblesIs408() throws Exception {
        try (RawClient client = new RawClient(server.port())) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 900\r\n\r\n");
            assertThat(client.dribbleUntilAnswered("x")).startsWith("HTTP/1.1 408 ");
        }
        assertThat(handled).hasValue(0);
    }

    @Test
    void unfinishedBodyIs408() throws IOException {
        try (RawClient client = new RawClient(server.port())) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc");
            assertThat(client.readToEnd()).startsWith("HTTP/1.1 408 ").contains("request-timeout");
        }
        assertThat(handled).hasValue(0);
    }

    @Test
    void aClientThatGoesAwayInTheBodyIsNotHandled() throws IOException {
        try (RawClient client = new RawClient(server.port())) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc");
        }
        try (RawClient client = new RawClient(server.port())) {
            client.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
            assertThat(client.readToEnd()).startsWith("HTTP/1.1 200 ");
        }
        assertThat(handled).hasValue(0);
    }
}
