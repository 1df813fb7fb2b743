package dev.footlights.local.clickhouse;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ClickHouse's HTTP interface as curl and other clients use it. */
class HttpContractTest {
    private static final int ROW_BYTES = 8;

    @TempDir
    static Path data;

    static EmbeddedClickHouse clickHouse;
    static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        clickHouse = EmbeddedClickHouse.start(data, 0);
    }

    @AfterAll
    static void stop() {
        clickHouse.close();
    }

    @ParameterizedTest
    @CsvSource({"/ping", "/"})
    void saysThatItIsThere(String path) throws Exception {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(uri(path)).GET());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("Ok.\n");
    }

    @Test
    void answersAQueryInTheUrlAndInTheBody() throws Exception {
        HttpResponse<String> inUrl = send(HttpRequest.newBuilder(query("SELECT 1 AS x FORMAT JSONEachRow"))
                .GET());
        assertThat(inUrl.body()).isEqualTo("{\"x\":1}\n");
        assertThat(inUrl.headers().firstValue("X-ClickHouse-Format")).hasValue("JSONEachRow");
        assertThat(inUrl.headers().firstValue("X-ClickHouse-Timezone")).hasValue("UTC");
        assertThat(inUrl.headers().firstValue("X-ClickHouse-Query-Id")).isPresent();
        assertThat(inUrl.headers().firstValue("X-ClickHouse-Server-Display-Name"))
                .isPresent();

        assertThat(post("/?default_format=CSV", "SELECT 'a', 2 -- a comment; with a sign\n;")
                        .body())
                .isEqualTo("\"a\",2\n");
        assertThat(post("/?param_name=" + encoded("it's"), "SELECT {name:String}")
                        .body())
                .isEqualTo("it\\'s\n");
        assertThat(post(path("SELECT 1 +"), "41").body()).isEqualTo("42\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    SELECT * FROM nothing                      | 404 | 60  | UNKNOWN_TABLE
                    SELEC 1 FROM                               | 400 | 62  | SYNTAX_ERROR
                    SELECT 1; SELECT 2                         | 400 | 62  | SYNTAX_ERROR
                    SELECT throwIf(1)                          | 500 | 395 | FUNCTION_THROW_IF_VALUE_IS_NON_ZERO
                    SELECT throwIf(number = 200000) FROM numbers(300000) | 500 | 395 | FUNCTION_THROW_IF_VALUE_IS_NON_ZERO
                    SELECT toUInt8('x')                        | 400 | 6   | CANNOT_PARSE_TEXT
                    INSERT INTO nothing VALUES (1)             | 404 | 60  | UNKNOWN_TABLE
                    INSERT INTO nothing FORMAT Gibberish       | 404 | 60  | UNKNOWN_TABLE
                    SELECT 1 FORMAT Gibberish                  | 404 | 73  | UNKNOWN_FORMAT
                    """)
    void refusesAsTheServerDoes(String sql, int status, String code, String name) throws Exception {
        HttpResponse<String> answer = post("/", sql);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("X-ClickHouse-Exception-Code")).hasValue(code);
        assertThat(answer.body())
                .startsWith("Code: " + code + ". DB::Exception: ")
                .containsPattern("\\(" + name + "\\) \\(version [0-9.]+ \\(official build\\)\\)\n$");
    }

    @Test
    void aSettingLastsForItsRequest() throws Exception {
        String zone = "SELECT toString(toDateTime(0))";
        assertThat(post("/?session_timezone=Asia%2FTokyo", zone).body()).isEqualTo("1970-01-01 09:00:00\n");
        assertThat(post("/", zone).body()).isEqualTo("1970-01-01 00:00:00\n");
        assertThat(post("/?no_such_setting=1", "SELECT 1").body()).isEqualTo("1\n");
        post("/", "SET session_timezone = 'Asia/Tokyo'");
        post("/", "USE system");
        for (int i = 0; i < 8; i++) {
            assertThat(post("/", "SELECT currentDatabase(), timezone()").body()).isEqualTo("default\tUTC\n");
        }
    }

    /** Connections are kept for requests that want the same; no mixture of them may show through. */
    @Test
    void requestsOfManyKindsDoNotTouchOneAnother() throws Exception {
        String asked = "SELECT currentDatabase(), timezone(), getSetting('max_result_rows')";
        List<String> zones = List.of("Asia/Tokyo", "Europe/Paris", "UTC");
        for (int round = 0; round < 30; round++) {
            String zone = zones.get(round % zones.size());
            String database = round % 2 == 0 ? "default" : "system";
            String answer = post(
                            "/?database=" + database + "&max_result_rows=" + (100 + round) + "&session_timezone="
                                    + zone.replace("/", "%2F"),
                            asked)
                    .body();
            assertThat(answer).isEqualTo(database + "\t" + zone + "\t" + (100 + round) + "\n");
            assertThat(post("/", asked).body()).isEqualTo("default\tUTC\t0\n");
        }
        assertThat(post("/?database=no_such_database", "SELECT 1").statusCode()).isEqualTo(404);
        assertThat(post("/?max_result_rows=few", "SELECT 1").statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(post("/", asked).body()).isEqualTo("default\tUTC\t0\n");
    }

    @Test
    void dataMayFollowTheStatementInEitherPlace() throws Exception {
        post("/", "CREATE TABLE places (n UInt64) ENGINE = MergeTree ORDER BY n");
        HttpResponse<String> inBody = post(path("INSERT INTO places FORMAT JSONEachRow"), "{\"n\":1}\n{\"n\":2}\n");
        assertThat(inBody.headers().firstValue("X-ClickHouse-Summary").orElse(""))
                .contains("\"written_rows\":\"2\"");
        post("/", "INSERT INTO places FORMAT JSONEachRow\n{\"n\":4}\n{\"n\":8}");
        post(path("INSERT INTO places VALUES"), "(16), (2 * 16)");
        post(path("INSERT INTO places"), "(64)");
        post("/?param_n=128", "INSERT INTO places VALUES ({n:UInt64})");
        assertThat(post("/", "SELECT sum(n), count() FROM places").body()).isEqualTo("255\t8\n");
    }

    @Test
    void manyRowsAreStoredExactly() throws Exception {
        post("/", "CREATE TABLE many (n UInt64) ENGINE = MergeTree ORDER BY n");
        HttpResponse<String> answer = post(path("INSERT INTO many FORMAT RowBinary"), rows(200_000));
        assertThat(answer.headers().firstValue("X-ClickHouse-Summary").orElse(""))
                .contains("\"written_rows\":\"200000\"");
        byte[] inOneBody = joined("INSERT INTO many FORMAT RowBinary\n".getBytes(UTF_8), rows(100_000));
        assertThat(post("/", inOneBody).statusCode()).isEqualTo(200);
        assertThat(post("/", "SELECT count(), uniqExact(n) FROM many").body()).isEqualTo("300000\t200000\n");
    }

    @Test
    void dataThatEndsWithinARowStoresNothing() throws Exception {
        post("/", "CREATE TABLE halves (n UInt64) ENGINE = MergeTree ORDER BY n");
        byte[] rows = rows(10_000);
        HttpResponse<String> answer =
                post(path("INSERT INTO halves FORMAT RowBinary"), Arrays.copyOf(rows, rows.length - 3));
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("X-ClickHouse-Exception-Code")).hasValue("33");
        assertThat(post("/", "SELECT count() FROM halves").body()).isEqualTo("0\n");
    }

    @ParameterizedTest
    @CsvSource({"Content-Length: 800000", "Transfer-Encoding: chunked"})
    void aBrokenOffRequestStoresNothing(String framing) throws Exception {
        post("/", "CREATE TABLE IF NOT EXISTS broken (n UInt64) ENGINE = MergeTree ORDER BY n");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), clickHouse.port())) {
            var out = socket.getOutputStream();
            out.write(("POST " + path("INSERT INTO broken FORMAT RowBinary") + " HTTP/1.1\r\nHost: localhost\r\n"
                            + framing + "\r\n\r\n")
                    .getBytes(ISO_8859_1));
            if (framing.startsWith("Transfer")) {
                out.write((Integer.toHexString(50_000 * ROW_BYTES) + "\r\n").getBytes(ISO_8859_1));
            }
            out.write(rows(50_000));
            out.flush();
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
            assertThat(answer).doesNotContain("HTTP/1.1 200");
        }
        assertThat(post("/", "SELECT count() FROM broken").body()).isEqualTo("0\n");
    }

    @Test
    void bodiesMayBeZippedBothWays() throws Exception {
        post("/", "CREATE TABLE zipped (n UInt64) ENGINE = MergeTree ORDER BY n");
        HttpRequest insert = HttpRequest.newBuilder(query("INSERT INTO zipped FORMAT RowBinary"))
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(zipped(rows(1000))))
                .build();
        assertThat(CLIENT.send(insert, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        HttpRequest select = HttpRequest.newBuilder(query("SELECT count() FROM zipped"))
                .header("Accept-Encoding", "gzip")
                .GET()
                .build();
        HttpResponse<InputStream> answer = CLIENT.send(select, BodyHandlers.ofInputStream());
        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        try (var unzipped = new GZIPInputStream(answer.body())) {
            assertThat(unzipped.readAllBytes()).asString(UTF_8).isEqualTo("1000\n");
        }
    }

    private static byte[] rows(int count) {
        ByteBuffer rows = ByteBuffer.allocate(count * ROW_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (long n = 0; n < count; n++) {
            rows.putLong(n);
        }
        return rows.array();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] zipped(byte[] plain) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }

    private static URI uri(String path) {
        return URI.create(clickHouse.httpUrl() + path);
    }

    private static String path(String sql) {
        return "/?query=" + encoded(sql);
    }

    private static URI query(String sql) {
        return uri(path(sql));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static HttpResponse<String> post(String path, String body) throws Exception {
        return post(path, body.getBytes(UTF_8));
    }

    private static HttpResponse<String> post(String path, byte[] body) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)).POST(BodyPublishers.ofByteArray(body)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
