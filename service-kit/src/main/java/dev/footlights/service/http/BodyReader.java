package dev.footlights.service.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.TimeoutException;

/** Reads a request's body into memory, never more of it than is allowed. */
public final class BodyReader {
    private static final int CHUNK = 16 * 1024;

    private BodyReader() {}

    /**
     * The body, unpacked when it is gzip.
     *
     * @param maxRaw bytes on the wire
     * @param maxUnpacked bytes after unpacking; also holds for a body that isn't packed
     * @throws ProblemException 413 over a limit (before reading when the length is declared), 415 for an encoding other
     *     than gzip or identity or more than one, 400 for gzip that isn't whole, 408 for a body that comes too slowly
     */
    public static byte[] read(Request request, int maxRaw, int maxUnpacked) {
        boolean gzip = isGzip(request);
        int most = gzip ? maxRaw : Math.min(maxRaw, maxUnpacked);
        OptionalLong declared = request.contentLength();
        if (declared.isPresent() && declared.getAsLong() > most) {
            throw tooLarge("the body is larger than " + most + " bytes");
        }
        byte[] raw;
        try {
            raw = readAll(request.body(), most);
        } catch (IOException exception) {
            throw unreadable(exception);
        }
        return gzip ? Gzip.unpack(raw, maxUnpacked) : raw;
    }

    private static boolean isGzip(Request request) {
        List<String> encodings = request.headers("Content-Encoding");
        String encoding = encodings.isEmpty()
                ? "identity"
                : String.join(",", encodings).strip().toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "identity" -> false;
            case "gzip" -> true;
            default ->
                throw Problem.of(
                                415,
                                "unsupported-encoding",
                                "The content encoding is not supported",
                                "send gzip or identity, once")
                        .header("Accept-Encoding", "gzip")
                        .exception();
        };
    }

    private static byte[] readAll(RequestBody body, int most) throws IOException {
        int expected = (int) body.declaredLength().orElse(CHUNK);
        ByteArrayOutputStream all = new ByteArrayOutputStream(expected);
        long deadline = System.nanoTime() + body.timeout().toNanos();
        byte[] chunk = new byte[Math.clamp(expected, 1, CHUNK)];
        try (InputStream in = body.source().open()) {
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                if (all.size() + count > most) {
                    throw tooLarge("the body is larger than " + most + " bytes");
                }
                if (System.nanoTime() > deadline) {
                    throw tooSlow();
                }
                all.write(chunk, 0, count);
            }
        }
        return all.toByteArray();
    }

    static ProblemException tooLarge(String detail) {
        return Problem.of(413, "body-too-large", "The body is too large", detail)
                .header("Connection", "close")
                .exception();
    }

    private static ProblemException tooSlow() {
        return Problem.of(408, "request-timeout", "The request came too slowly")
                .header("Connection", "close")
                .exception();
    }

    private static ProblemException unreadable(IOException exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof TimeoutException) {
                return tooSlow();
            }
        }
        return Problem.of(400, "unreadable-body", "The body could not be read to its end")
                .header("Connection", "close")
                .exception();
    }
}
