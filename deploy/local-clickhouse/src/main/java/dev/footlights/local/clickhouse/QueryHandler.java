package dev.footlights.local.clickhouse;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * ClickHouse's HTTP interface. An answer is complete before its status is sent, so a 200 is never cut short by an error;
 * a body is complete before its INSERT starts, so a broken-off request stores nothing.
 */
final class QueryHandler extends Handler.Abstract {
    /** Largest body, as sent and unpacked; the sinks' batches are far below. */
    static final int MAX_BODY_BYTES = 256 << 20;

    private static final Map<String, String> CONTENT_TYPES = Map.of(
            "TabSeparated", "text/tab-separated-values; charset=UTF-8",
            "TSV", "text/tab-separated-values; charset=UTF-8",
            "TabSeparatedWithNames", "text/tab-separated-values; charset=UTF-8",
            "CSV", "text/csv; charset=UTF-8; header=absent",
            "CSVWithNames", "text/csv; charset=UTF-8; header=present",
            "JSON", "application/json; charset=UTF-8",
            "JSONCompact", "application/json; charset=UTF-8",
            "JSONEachRow", "application/x-ndjson; charset=UTF-8");

    private final Engine engine;
    private final Statements statements;

    QueryHandler(Engine engine) {
        this.engine = engine;
        this.statements = new Statements(engine);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        boolean reads = HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod());
        response.getHeaders().put("X-ClickHouse-Server-Display-Name", "footlights");
        if (path.equals("/ping") || path.equals("/replicas_status") || isGreeting(request, path, reads)) {
            send(request, response, callback, 200, "text/html; charset=UTF-8", "Ok.\n".getBytes(UTF_8));
        } else if (!path.equals("/") || !(reads || HttpMethod.POST.is(request.getMethod()))) {
            send(
                    request,
                    response,
                    callback,
                    404,
                    "text/plain; charset=UTF-8",
                    ("There is no handle " + request.getHttpURI().getPathQuery() + "\n").getBytes(UTF_8));
        } else {
            answer(request, response, callback);
        }
        return true;
    }

    private static boolean isGreeting(Request request, String path, boolean reads) {
        return reads && path.equals("/") && request.getHttpURI().getQuery() == null;
    }

    private void answer(Request request, Response response, Callback callback) throws Exception {
        HttpFields.Mutable headers = response.getHeaders();
        QueryRequest query = QueryRequest.of(Request.extractQueryParameters(request, UTF_8), request.getHeaders());
        headers.put("X-ClickHouse-Query-Id", query.queryId());
        headers.put("X-ClickHouse-Timezone", EngineSettings.ZONE);
        try {
            Statements.Answer answer = statements.run(query, body(request, query));
            headers.put("X-ClickHouse-Format", answer.format());
            headers.put("X-ClickHouse-Summary", summary(answer.result()));
            byte[] rows = answer.result().body();
            send(
                    request,
                    response,
                    callback,
                    200,
                    CONTENT_TYPES.getOrDefault(answer.format(), "application/octet-stream"),
                    query.compress() ? Lz4Blocks.compress(rows) : rows);
        } catch (QueryException refused) {
            headers.put(new HttpField("X-ClickHouse-Exception-Code", Integer.toString(refused.code())));
            String message = refused.getMessage() + " (version " + engine.version() + " (official build))\n";
            byte[] text = message.getBytes(UTF_8);
            send(
                    request,
                    response,
                    callback,
                    StatusCodes.of(refused.name()),
                    "text/plain; charset=UTF-8",
                    query.compress() ? Lz4Blocks.compress(text) : text);
        }
    }

    private static byte[] body(Request request, QueryRequest query) throws IOException {
        try (InputStream sent = Content.Source.asInputStream(request)) {
            byte[] body = limited(ContentCoding.plain(request.getHeaders(), sent));
            return query.decompress() ? Lz4Blocks.decompress(body) : body;
        } catch (IOException incomplete) {
            throw new QueryException(
                    33, "CANNOT_READ_ALL_DATA", "Cannot read the request's body: " + incomplete.getMessage());
        }
    }

    private static byte[] limited(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MAX_BODY_BYTES + 1);
        if (bytes.length > MAX_BODY_BYTES) {
            throw new QueryException(261, "QUERY_IS_TOO_LARGE", "The body is larger than " + MAX_BODY_BYTES + " bytes");
        }
        return bytes;
    }

    private static String summary(QueryResult result) {
        return "{\"read_rows\":\"" + result.readRows()
                + "\",\"read_bytes\":\"" + result.readBytes()
                + "\",\"written_rows\":\"" + result.writtenRows()
                + "\",\"written_bytes\":\"" + result.writtenBytes()
                + "\",\"total_rows_to_read\":\"0\",\"result_rows\":\"" + result.resultRows()
                + "\",\"result_bytes\":\"" + result.body().length
                + "\",\"elapsed_ns\":\"" + result.elapsed().toNanos() + "\"}";
    }

    private static void send(
            Request request, Response response, Callback callback, int status, String contentType, byte[] content)
            throws IOException {
        HttpFields.Mutable headers = response.getHeaders();
        response.setStatus(status);
        headers.put(HttpHeader.CONTENT_TYPE, contentType);
        byte[] sent = content;
        ContentCoding coding = ContentCoding.accepted(request.getHeaders());
        if (coding != null) {
            sent = coding.encode(content);
            headers.put(HttpHeader.CONTENT_ENCODING, coding.header());
        }
        headers.put(HttpHeader.CONTENT_LENGTH, sent.length);
        response.write(true, ByteBuffer.wrap(HttpMethod.HEAD.is(request.getMethod()) ? new byte[0] : sent), callback);
    }
}
