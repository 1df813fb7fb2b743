package dev.footlights.schemas.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;

/** A buffer and encoder used for one value after another. */
final class EncodingBuffer {
    private static final int FIRST_BYTES = 1024;
    /** One huge value must not keep its memory for good. */
    private static final int KEPT_BYTES = 256 << 10;

    private static final byte[] HEADER_SPACE = new byte[WireFormat.HEADER_BYTES];

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(FIRST_BYTES);
    private final BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);

    <T> byte[] frame(int id, DatumWriter<T> writer, T value) throws IOException {
        bytes.reset();
        bytes.write(HEADER_SPACE);
        writer.write(value, encoder);
        encoder.flush();
        byte[] framed = bytes.toByteArray();
        WireFormat.writeHeader(framed, id);
        return framed;
    }

    /** Buffers not in use: not thread-locals, as there may be a virtual thread per request. */
    static final class Pool {
        private final ArrayBlockingQueue<EncodingBuffer> free =
                new ArrayBlockingQueue<>(4 * Runtime.getRuntime().availableProcessors());

        EncodingBuffer take() {
            EncodingBuffer buffer = free.poll();
            return buffer == null ? new EncodingBuffer() : buffer;
        }

        /** Takes a buffer back after a value went well; one that failed may hold half of it and is left to the collector. */
        void giveBack(EncodingBuffer buffer, int lastFrameBytes) {
            if (lastFrameBytes <= KEPT_BYTES) {
                var _ = free.offer(buffer);
            }
        }
    }
}
