package dev.footlights.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.footlights.service.settings.HttpSettings;
import dev.footlights.service.settings.SettingsReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class HttpServerTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicBoolean draining = new AtomicBoolean();
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        HttpSettings settings = SettingsReader.read(
                HttpSettings.class,
                Optional.empty(),
                Map.of("FOOTLIGHTS_PORT", "0", "FOOTLIGHTS_CORS_ALLOWED_ORIGINS", "https://portal.example"));
        Router router = new Router()
                .get(
                        "/hello/{name}",
                        request -> Response.text(200, "text/plain", "hello " + request.pathParameter("name")))
                .get(
                        "/large",
                        request -> Response.text(200, "text/plain", "x".repeat(5000))
                                .etagged(request))
                .get(
                        "/stream",
                        request -> Response.stream(200, "text/csv", out -> {
                            for (int line = 0; line < 10_000; line++) {
                                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                            }
                        }))
                .get(
                        "/broken-stream",
                        request -> Response.stream(200, "text/csv", out -> {
                            out.write(new byte[100_000]);
                            throw new IOException("the source failed");
                        }))
                .get("/bug", request -> {
                    throw new IllegalStateException("secret inner detail");
                })
                .get("/slow", request -> {
                    entered.countDown();
                    release.await();
                    return Response.text(200, "text/plain", "finished");
                })
                .post("/things", request -> Response.empty(204));
        server = HttpServer.start(settings, router, RequestObserver.NONE, () -> draining.set(true));
    }

    @AfterEach
    void stop() {
        release.countDown();
        client.close();
        server.close();
    }

    @Test
    void aRouteAnswersWithItsDecodedParameter() throws Exception {
        assertThat(get("/hello/J%C3%BCrgen").body()).isEqualTo("hello Jürgen");
    }

    @Test
    void aConnectionIsKeptForTheNextRequest() throws Exception {
        try (RawClient raw = new RawClient(server.port())) {
            raw.send("GET /hello/a HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(raw.readLine()).isEqualTo("HTTP/1.1 200 OK");
            raw.send("GET /hello/b HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
            assertThat(raw.readToEnd()).contains("hello a", "hello b");
        }
    }

    @Test
    void headHasTheHeadersOfGetAndNoBody() throws Exception {
        HttpResponse<String> answer = send(request("/large").method("HEAD", BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Length")).contains("5000");
        assertThat(answer.body()).isEmpty();
        assertThat(send(request("/stream").method("HEAD", BodyPublishers.noBody()))
                        .body())
                .isEmpty();
    }

    @Test
    void unknownPathsAre404AndOtherMethods405() throws Exception {
        assertThat(get("/nothing").statusCode()).isEqualTo(404);
        HttpResponse<String> answer = send(request("/large").DELETE());
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
        assertThat(answer.headers().firstValue("Content-Type")).contains(Problem.MEDIA_TYPE);
    }

    @Test
    void aBugIs500WithAnIdAndNothingOfItsInside() throws Exception {
        HttpResponse<String> answer = get("/bug");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("\"errorId\":").doesNotContain("secret", "Exception");
    }

    @Test
    void anUnchangedBodyIs304() throws Exception {
        String tag = get("/large").headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> answer = send(request("/large").header("If-None-Match", tag));
        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("ETag")).contains(tag);
    }

    @Test
    void largeAnswersArePackedForThoseWhoTakeIt() throws Exception {
        HttpResponse<InputStream> packed = client.send(
                request("/large").header("Accept-Encoding", "br, gzip;q=0.8").build(), BodyHandlers.ofInputStream());
        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(new GZIPInputStream(packed.body()).readAllBytes()).hasSize(5000);
        assertThat(send(request("/large").header("Accept-Encoding", "gzip;q=0")).body())
                .hasSize(5000);
        assertThat(send(request("/hello/a").header("Accept-Encoding", "gzip")).body())
                .isEqualTo("hello a");
    }

    @Test
    void streamsArriveWhole() throws Exception {
        assertThat(get("/stream").body().lines()).hasSize(10_000);
        HttpResponse<InputStream> packed =
                client.send(request("/stream").header("Accept-Encoding", "gzip").build(), BodyHandlers.ofInputStream());
        assertThat(new String(new GZIPInputStream(packed.body()).readAllBytes(), StandardCharsets.UTF_8).lines())
                .hasSize(10_000);
    }

    @Test
    void aStreamThatFailsIsNeverTakenForAWholeOne() {
        assertThatThrownBy(() -> get("/broken-stream")).isInstanceOf(IOException.class);
    }

    @Test
    void onlyListedOriginsMayRead() throws Exception {
        assertThat(send(request("/large").header("Origin", "https://portal.example"))
                        .headers()
                        .firstValue("Access-Control-Allow-Origin"))
                .contains("https://portal.example");
        assertThat(send(request("/large").header("Origin", "https://other.example"))
                        .headers()
                        .firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
        assertThat(preflight("https://portal.example").statusCode()).isEqualTo(204);
        assertThat(preflight("https://portal.example").headers().firstValue("Access-Control-Allow-Methods"))
                .contains("OPTIONS, POST");
        assertThat(preflight("https://other.example").statusCode()).isEqualTo(403);
    }

    @Test
    void aStopFinishesWhatIsInFlightAndTakesNothingNew() throws Exception {
        CompletableFuture<HttpResponse<String>> inFlight =
                client.sendAsync(request("/slow").build(), BodyHandlers.ofString());
        assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Void> stopping = CompletableFuture.runAsync(server::close);
        await().untilAsserted(() ->
                assertThatThrownBy(() -> new RawClient(server.port()).close()).isInstanceOf(Exception.class));
        assertThat(draining).isTrue();
        assertThat(inFlight).isNotDone();

        release.countDown();

        assertThat(inFlight.get(10, TimeUnit.SECONDS).body()).isEqualTo("finished");
        stopping.get(10, TimeUnit.SECONDS);
    }

    @Test
    @Timeout(5)
    void aStopDoesNotWaitForConnectionsThatAreOnlyKept() throws Exception {
        try (RawClient raw = new RawClient(server.port());
                RawClient silent = new RawClient(server.port())) {
            raw.send("GET /hello/a HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(raw.readLine()).isEqualTo("HTTP/1.1 200 OK");

            server.close();

            assertThat(raw.readToEnd()).endsWith("hello a");
            assertThat(silent.readToEnd()).isEmpty();
        }
    }

    @Test
    void aTakenPortIsNamed() {
        HttpSettings same = HttpSettings.onFreePort().withPort(server.port());
        assertThatThrownBy(() -> HttpServer.start(same, new Router()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("127.0.0.1:" + server.port())
                .hasMessageContaining("http.port");
    }

    private HttpResponse<String> preflight(String origin) throws Exception {
        return send(request("/things")
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.url().resolve(path));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
