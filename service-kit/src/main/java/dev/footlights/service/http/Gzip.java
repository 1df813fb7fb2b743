package dev.footlights.service.http;

import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks one gzip member (RFC 1952) held in memory. The JDK's GZIPInputStream ignores what follows the member; here
 * every byte must belong to it.
 */
final class Gzip {
    private static final int HEADER_BYTES = 10;
    private static final int TRAILER_BYTES = 8;
    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xE0;

    private Gzip() {}

    /** @throws ProblemException 413 as soon as more than {@code most} bytes come out, 400 if it isn't one whole member */
    static byte[] unpack(byte[] packed, int most) {
        int start = headerEnd(packed);
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed, start, packed.length - start);
            byte[] unpacked = inflate(inflater, packed.length, most);
            checkTrailer(packed, packed.length - inflater.getRemaining(), unpacked);
            return unpacked;
        } catch (DataFormatException exception) {
            throw malformed("the gzip data is corrupt");
        } finally {
            inflater.end();
        }
    }

    private static byte[] inflate(Inflater inflater, int packedLength, int most) throws DataFormatException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(Math.min(most, Math.max(512, packedLength * 4)));
        byte[] chunk = new byte[16 * 1024];
        while (!inflater.finished()) {
            int count = inflater.inflate(chunk);
            if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                throw malformed("the gzip data is cut off");
            }
            if (out.size() + count > most) {
                throw BodyReader.tooLarge("unpacked, the body is larger than " + most + " bytes");
            }
            out.write(chunk, 0, count);
        }
        return out.toByteArray();
    }

    private static int headerEnd(byte[] packed) {
        if (packed.length < 3 || at(packed, 0) != 0x1F || at(packed, 1) != 0x8B || at(packed, 2) != 8) {
            throw malformed("the body is not gzip");
        }
        int flags = at(packed, 3);
        if ((flags & RESERVED) != 0) {
            throw malformed("the gzip header has reserved flags");
        }
        int position = HEADER_BYTES;
        if ((flags & EXTRA) != 0) {
            position += 2 + (at(packed, position) | at(packed, position + 1) << 8);
        }
        if ((flags & NAME) != 0) {
            position = afterZero(packed, position);
        }
        if ((flags & COMMENT) != 0) {
            position = afterZero(packed, position);
        }
        if ((flags & HEADER_CRC) != 0) {
            position += 2;
        }
        if (position > packed.length) {
            throw malformed("the gzip data is cut off");
        }
        return position;
    }

    private static int afterZero(byte[] packed, int start) {
        int position = start;
        while (at(packed, position) != 0) {
            position++;
        }
        return position + 1;
    }

    private static void checkTrailer(byte[] packed, int start, byte[] unpacked) {
        if (packed.length < start + TRAILER_BYTES) {
            throw malformed("the gzip data is cut off");
        }
        if (packed.length > start + TRAILER_BYTES) {
            throw malformed("bytes follow the gzip data");
        }
        CRC32 crc = new CRC32();
        crc.update(unpacked);
        if (littleEndian(packed, start) != crc.getValue() || littleEndian(packed, start + 4) != unpacked.length) {
            throw malformed("the gzip checksum does not match");
        }
    }

    private static long littleEndian(byte[] bytes, int start) {
        return at(bytes, start)
                | at(bytes, start + 1) << 8
                | at(bytes, start + 2) << 16
                | (long) at(bytes, start + 3) << 24;
    }

    private static int at(byte[] bytes, int index) {
        if (index >= bytes.length) {
            throw malformed("the gzip data is cut off");
        }
        return bytes[index] & 0xFF;
    }

    private static ProblemException malformed(String detail) {
        return Problem.of(400, "malformed-compression", "The body can't be unpacked", detail)
                .exception();
    }
}
