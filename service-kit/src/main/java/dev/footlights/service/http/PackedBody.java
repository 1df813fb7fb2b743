package dev.footlights.service.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/** A body together with its gzip form, for what is answered again and again. */
final class PackedBody {
    private final byte[] plain;
    private final byte[] gzip;

    private PackedBody(byte[] plain, byte[] gzip) {
        this.plain = plain;
        this.gzip = gzip;
    }

    static PackedBody of(byte[] plain) throws IOException {
        return new PackedBody(plain, pack(plain));
    }

    static byte[] pack(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 2);
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    byte[] plain() {
        return plain;
    }

    byte[] gzip() {
        return gzip;
    }
}
