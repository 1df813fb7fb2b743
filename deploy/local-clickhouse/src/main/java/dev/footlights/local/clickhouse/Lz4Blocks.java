package dev.footlights.local.clickhouse;

import com.clickhouse.data.ClickHouseCityHash;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import net.jpountz.lz4.LZ4Exception;
import net.jpountz.lz4.LZ4Factory;

/**
 * ClickHouse's own compression of HTTP bodies ({@code compress=1}, {@code decompress=1}): blocks of a 16-byte CityHash,
 * the method's byte, the compressed size with its 9-byte header, the plain size, and the LZ4 data; all little-endian.
 */
// The hash is deprecated with the driver's first API, yet it is the one the drivers' own blocks carry.
@SuppressWarnings("deprecation")
final class Lz4Blocks {
    private static final byte LZ4 = (byte) 0x82;
    private static final int HASH_BYTES = 16;
    private static final int HEADER_BYTES = 9;
    private static final int BLOCK_BYTES = 64 * 1024;
    private static final int MAX_BLOCK_BYTES = 64 << 20;

    private static final LZ4Factory FACTORY = LZ4Factory.fastestJavaInstance();

    private Lz4Blocks() {}

    /** The body as blocks; an empty body stays empty. */
    static byte[] compress(byte[] plain) {
        var compressor = FACTORY.fastCompressor();
        var out = new ByteArrayOutputStream(plain.length / 2 + 64);
        byte[] block = new byte[HASH_BYTES + HEADER_BYTES + compressor.maxCompressedLength(BLOCK_BYTES)];
        for (int offset = 0; offset < plain.length; offset += BLOCK_BYTES) {
            int length = Math.min(BLOCK_BYTES, plain.length - offset);
            int compressed = compressor.compress(plain, offset, length, block, HASH_BYTES + HEADER_BYTES);
            ByteBuffer header = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
            header.position(HASH_BYTES);
            header.put(LZ4).putInt(compressed + HEADER_BYTES).putInt(length);
            long[] hash = ClickHouseCityHash.cityHash128(block, HASH_BYTES, compressed + HEADER_BYTES);
            header.putLong(0, hash[0]).putLong(Long.BYTES, hash[1]);
            out.write(block, 0, HASH_BYTES + HEADER_BYTES + compressed);
        }
        return out.toByteArray();
    }

    /** The plain body of blocks; @throws IOException when a block is cut off, damaged or of another method */
    static byte[] decompress(byte[] blocks) throws IOException {
        var in = new ByteArrayInputStream(blocks);
        var out = new ByteArrayOutputStream(blocks.length * 2);
        while (in.available() > 0) {
            byte[] hash = exactly(in, HASH_BYTES);
            byte[] header = exactly(in, HEADER_BYTES);
            ByteBuffer fields = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
            byte method = fields.get();
            int compressed = fields.getInt() - HEADER_BYTES;
            int plain = fields.getInt();
            if (method != LZ4
                    || compressed < 0
                    || compressed > MAX_BLOCK_BYTES
                    || plain < 0
                    || plain > MAX_BLOCK_BYTES) {
                throw new IOException("not a block of LZ4 data");
            }
            byte[] hashed = new byte[HEADER_BYTES + compressed];
            System.arraycopy(header, 0, hashed, 0, HEADER_BYTES);
            System.arraycopy(exactly(in, compressed), 0, hashed, HEADER_BYTES, compressed);
            long[] expected = ClickHouseCityHash.cityHash128(hashed, 0, hashed.length);
            ByteBuffer found = ByteBuffer.wrap(hash).order(ByteOrder.LITTLE_ENDIAN);
            if (found.getLong() != expected[0] || found.getLong() != expected[1]) {
                throw new IOException("checksum of a compressed block doesn't match");
            }
            byte[] block = new byte[plain];
            try {
                FACTORY.safeDecompressor().decompress(hashed, HEADER_BYTES, compressed, block, 0, plain);
            } catch (LZ4Exception damaged) {
                throw new IOException("damaged block of LZ4 data", damaged);
            }
            out.write(block, 0, plain);
        }
        return out.toByteArray();
    }

    private static byte[] exactly(ByteArrayInputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("compressed body is cut off");
        }
        return bytes;
    }
}
