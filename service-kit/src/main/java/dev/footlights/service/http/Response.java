package dev.footlights.service.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An answer. The server adds Content-Length, Date and, where the client allows it, gzip. */
public final class Response {
    private final int status;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final byte[] bytes;
    private final @Nullable StreamBody stream;
    private @Nullable PackedBody packed;

    private Response(int status, byte[] bytes, @Nullable StreamBody stream) {
        this.status = status;
        this.bytes = bytes;
        this.stream = stream;
    }

    /** A body that is written as it comes. An exception after the first bytes breaks the connection off, so that a client never takes a part for the whole. */
    @FunctionalInterface
    public interface StreamBody {
        void writeTo(OutputStream out) throws IOException;
    }

    public static Response empty(int status) {
        return new Response(status, new byte[0], null);
    }

    /**
     * A body of bytes.
     *
     * @param body not copied; the caller leaves it alone from now on
     */
    public static Response bytes(int status, String contentType, byte[] body) {
        return new Response(status, body, null).header("Content-Type", contentType);
    }

    public static Response text(int status, String contentType, String body) {
        return bytes(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    /** A body that is there in both forms already. */
    static Response packed(int status, String contentType, PackedBody body) {
        Response response = bytes(status, contentType, body.plain());
        response.packed = body;
        return response;
    }

    /**
     * A body of JSON.
     *
     * @param value written with Jackson: records, maps, lists
     */
    public static Response json(int status, Object value) {
        return bytes(status, "application/json", Json.bytes(value));
    }

    public static Response stream(int status, String contentType, StreamBody body) {
        return new Response(status, new byte[0], body).header("Content-Type", contentType);
    }

    /** Sets a header; the last value for a name wins. */
    public Response header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /**
     * With an ETag of the body's hash; 304 without a body when the request says it has that one already. Only for
     * bodies given as bytes.
     */
    public Response etagged(Request request) {
        String tag = EntityTag.of(bytes);
        header("ETag", tag);
        if (!EntityTag.matches(request.header("If-None-Match"), tag)) {
            return this;
        }
        Response unchanged = empty(304);
        headers.forEach(unchanged::header);
        unchanged.headers.remove("Content-Type");
        return unchanged;
    }

    public int status() {
        return status;
    }

    public Map<String, String> headers() {
        return Collections.unmodifiableMap(headers);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The body as gzip, not for a streamed one. */
    byte[] gzip() throws IOException {
        return packed == null ? PackedBody.pack(bytes) : packed.gzip();
    }

    /** The body, empty for a streamed one; not a copy. */
    public byte[] bytes() {
        return bytes;
    }

    public Optional<StreamBody> stream() {
        return Optional.ofNullable(stream);
    }
}
