package dev.footlights.local.clickhouse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import net.jpountz.lz4.LZ4FrameInputStream;
import net.jpountz.lz4.LZ4FrameOutputStream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/** HTTP's own compression, as {@code Content-Encoding} and {@code Accept-Encoding} name it. */
enum ContentCoding {
    GZIP("gzip"),
    LZ4("lz4");

    private final String header;

    ContentCoding(String header) {
        this.header = header;
    }

    /** The coding's name in headers. */
    String header() {
        return header;
    }

    /** The coding to answer in, or null for none. */
    static @Nullable ContentCoding accepted(HttpFields headers) {
        for (ContentCoding coding : values()) {
            if (headers.contains(HttpHeader.ACCEPT_ENCODING, coding.header)) {
                return coding;
            }
        }
        return null;
    }

    /** The plain body of a request; @throws QueryException when its coding isn't known here */
    static InputStream plain(HttpFields headers, InputStream sent) throws IOException {
        String name = headers.get(HttpHeader.CONTENT_ENCODING);
        return switch (name) {
            case null -> sent;
            case "gzip" -> new GZIPInputStream(sent);
            case "lz4" -> new LZ4FrameInputStream(sent);
            default -> throw new QueryException(89, "UNKNOWN_COMPRESSION_METHOD", "Unknown compression method " + name);
        };
    }

    /** The content in this coding. */
    byte[] encode(byte[] content) throws IOException {
        var out = new ByteArrayOutputStream(content.length / 4 + 64);
        try (OutputStream coded = this == GZIP ? new GZIPOutputStream(out) : new LZ4FrameOutputStream(out)) {
            coded.write(content);
        }
        return out.toByteArray();
    }
}
