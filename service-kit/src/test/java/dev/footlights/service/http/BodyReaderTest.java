package dev.footlights.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footlights.service.settings.HttpSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Body limits and compression over a real socket. */
final class BodyReaderTest {
    private static final int MOST_RAW = 10_000;
    private static final int MOST_UNPACKED = 40_000;

    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        Router router = new Router().post("/", request -> {
            byte[] body = BodyReader.read(request, MOST_RAW, MOST_UNPACKED);
            return Response.text(200, "text/plain", body.length + ":" + Arrays.hashCode(body));
        });
        server = HttpServer.start(HttpSettings.onFreePort(), router);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void anEmptyBodyIsEmpty() throws Exception {
        assertThat(post(new byte[0]).body()).startsWith("0:");
    }

    @Test
    void aBodyAtTheLimitIsRead() throws Exception {
        assertThat(post(new byte[MOST_RAW]).body()).isEqualTo(MOST_RAW + ":" + Arrays.hashCode(new byte[MOST_RAW]));
    }

    @Test
    void aDeclaredLengthOverTheLimitIs413() throws Exception {
        assertTooLarge(post(new byte[MOST_RAW + 1]));
    }

    @Test
    void aBodyFarOverTheLimitStillGetsItsAnswer() throws Exception {
        assertTooLarge(post(new byte[8 << 20]));
    }

    @Test
    void aDeclaredLengthOverTheLimitIsRefusedBeforeAnyByteOfTheBody() throws Exception {
        try (RawClient raw = new RawClient(server.port())) {
            raw.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10001\r\n\r\n");
            assertThat(raw.readLine()).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void aChunkedBodyOverTheLimitIs413() throws Exception {
        assertTooLarge(post(chunked(new byte[MOST_RAW + 1]), "identity"));
    }

    @Test
    void aChunkedBodyWithinTheLimitIsRead() throws Exception {
        assertThat(post(chunked(new byte[MOST_RAW]), "identity").body()).startsWith(MOST_RAW + ":");
    }

    @Test
    void gzipIsUnpacked() throws Exception {
        byte[] body = "some text ".repeat(3000).getBytes(StandardCharsets.UTF_8);
        assertThat(post(gzip(body), "gzip").body()).isEqualTo(body.length + ":" + Arrays.hashCode(body));
        assertThat(post(chunked(gzip(body)), "GZIP").body()).startsWith(body.length + ":");
    }

    @Test
    void gzipAtTheUnpackedLimitIsReadAndOneMoreByteIs413() throws Exception {
        assertThat(post(gzip(new byte[MOST_UNPACKED]), "gzip").body()).startsWith(MOST_UNPACKED + ":");
        assertTooLarge(post(gzip(new byte[MOST_UNPACKED + 1]), "gzip"));
    }

    @Test
    void aBombIs413() throws Exception {
        assertTooLarge(post(gzip(new byte[9_000_000]), "gzip"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip, gzip", "br", "deflate", "zstd", "identity, gzip", "x"})
    void anyOtherEncodingIs415(String encoding) throws Exception {
        HttpResponse<String> answer = post(gzip(new byte[10]), encoding);
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.headers().firstValue("Accept-Encoding")).contains("gzip");
    }

    @Test
    void twoEncodingHeadersAre415() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.url().resolve("/"))
                .header("Content-Encoding", "gzip")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(gzip(new byte[10])))
                .build();
        assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(415);
    }

    @Test
    void gzipCutOffAnywhereIs400() {
        byte[] whole = gzip("some text".getBytes(StandardCharsets.UTF_8));
        for (int length = 0; length < whole.length; length++) {
            assertMalformed(Arrays.copyOf(whole, length));
        }
    }

    @Test
    void gzipWithAnyBitOfItsChecksumOrLengthChangedIs400() {
        byte[] whole = gzip("some text".getBytes(StandardCharsets.UTF_8));
        for (int index = whole.length - 8; index < whole.length; index++) {
            byte[] changed = whole.clone();
            changed[index] ^= 1;
            assertMalformed(changed);
        }
    }

    @Test
    void bytesAfterGzipAre400() {
        byte[] whole = gzip("some text".getBytes(StandardCharsets.UTF_8));
        assertMalformed(Arrays.copyOf(whole, whole.length + 1));
        byte[] twice = Arrays.copyOf(whole, whole.length * 2);
        System.arraycopy(whole, 0, twice, whole.length, whole.length);
        assertMalformed(twice);
    }

    @Test
    void whatIsNotGzipIs400OverTheWire() throws Exception {
        HttpResponse<String> answer = post(BodyPublishers.ofString("{\"events\":[]}"), "gzip");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("malformed-compression");
    }

    private static void assertMalformed(byte[] packed) {
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                ProblemException.class, () -> Gzip.unpack(packed, 1000))
                        .problem()
                        .status())
                .isEqualTo(400);
    }

    private static void assertTooLarge(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).contains(Problem.MEDIA_TYPE);
        assertThat(answer.body()).contains("\"type\":\"urn:footlights:problem:body-too-large\"", "\"status\":413");
    }

    private HttpResponse<String> post(byte[] body) throws Exception {
        return post(BodyPublishers.ofByteArray(body), "identity");
    }

    private HttpResponse<String> post(byte[] body, String encoding) throws Exception {
        return post(BodyPublishers.ofByteArray(body), encoding);
    }

    private HttpResponse<String> post(BodyPublisher body, String encoding) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.url().resolve("/"))
                .header("Content-Encoding", encoding)
                .POST(body)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static BodyPublisher chunked(byte[] body) {
        return BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(body));
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(body);
        } catch (IOException exception) {
            throw new AssertionError(exception);
        }
        return packed.toByteArray();
    }
}
