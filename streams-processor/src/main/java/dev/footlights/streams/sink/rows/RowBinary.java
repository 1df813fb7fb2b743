package dev.footlights.streams.sink.rows;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;

/**
 * Rows in ClickHouse's RowBinary format, values in the order of the columns. Not safe for several threads.
 *
 * @see <a href="https://clickhouse.com/docs/interfaces/formats/RowBinary">the format</a>
 */
public final class RowBinary {
    private static final int FIRST_CAPACITY = 64 * 1024;
    private static final long LAST_SECOND = 0xFFFF_FFFFL;
    private static final int LAST_SHARD = 0xFFFF;
    private static final long LAST_DAY = 0xFFFF;

    /** 1900-01-01 and 2299-12-31: what DateTime64 can hold. */
    private static final long FIRST_MILLISECOND = -2_208_988_800_000L;

    private static final long LAST_MILLISECOND = 10_413_791_999_999L;

    private ByteBuffer bytes = ByteBuffer.allocate(FIRST_CAPACITY).order(ByteOrder.LITTLE_ENDIAN);

    /** Bytes written so far. */
    public int size() {
        return bytes.position();
    }

    /** Forgets everything written. */
    public void clear() {
        bytes.clear();
    }

    /** Rows that were written before. */
    public void rows(byte[] written) {
        room(written.length).put(written);
    }

    /** What was written; it shares the bytes, so write no more while it is read. */
    public InputStream read() {
        return new ByteArrayInputStream(bytes.array(), 0, bytes.position());
    }

    /** A copy of what was written. */
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    /** String, also LowCardinality(String), which RowBinary writes alike. */
    public void string(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        length(utf8.length);
        room(utf8.length).put(utf8);
    }

    public void strings(Collection<String> values) {
        length(values.size());
        values.forEach(this::string);
    }

    /** UInt64. @throws IllegalArgumentException when negative: our counts never are */
    public void count(long value) {
        if (value < 0) {
            throw new IllegalArgumentException("a count is negative");
        }
        room(Long.BYTES).putLong(value);
    }

    /** Int64. */
    public void number(long value) {
        room(Long.BYTES).putLong(value);
    }

    /** Float64. */
    public void float64(double value) {
        room(Double.BYTES).putDouble(value);
    }

    /** UInt64 whose bits are a hash. */
    public void hash(long bits) {
        room(Long.BYTES).putLong(bits);
    }

    /** UInt32. */
    public void number32(int value) {
        room(Integer.BYTES).putInt(value);
    }

    /** UInt16. */
    public void number16(int value) {
        room(Short.BYTES).putShort((short) value);
    }

    /** UInt16, the number of a partition. @throws IllegalArgumentException when it doesn't fit */
    public void shard(int value) {
        if (value < 0 || value > LAST_SHARD) {
            throw new IllegalArgumentException("a shard is outside 0 to " + LAST_SHARD);
        }
        number16(value);
    }

    /** UInt8, 1 or 0. */
    public void flag(boolean value) {
        room(1).put((byte) (value ? 1 : 0));
    }

    /** UUID. @throws IllegalArgumentException when the text is none */
    public void uuid(String text) {
        UUID uuid = UUID.fromString(text);
        room(2 * Long.BYTES).putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
    }

    /** DateTime: whole seconds, cut down. @throws IllegalArgumentException before 1970 or after 2106 */
    public void dateTime(Instant instant) {
        long seconds = instant.getEpochSecond();
        if (seconds < 0 || seconds > LAST_SECOND) {
            throw new IllegalArgumentException("a time is outside 1970 to 2106");
        }
        room(Integer.BYTES).putInt((int) seconds);
    }

    /** DateTime64(3). @throws IllegalArgumentException before 1900 or after 2299 */
    public void dateTime64(Instant instant) {
        long milliseconds = instant.toEpochMilli();
        if (milliseconds < FIRST_MILLISECOND || milliseconds > LAST_MILLISECOND) {
            throw new IllegalArgumentException("a time is outside 1900 to 2299");
        }
        room(Long.BYTES).putLong(milliseconds);
    }

    /** Date. @throws IllegalArgumentException before 1970 or after 2149 */
    public void date(LocalDate day) {
        long days = day.toEpochDay();
        if (days < 0 || days > LAST_DAY) {
            throw new IllegalArgumentException("a day is outside 1970 to 2149");
        }
        number16((int) days);
    }

    /** The byte before a Nullable value. */
    public void isNull(boolean value) {
        flag(value);
    }

    private void length(int value) {
        int rest = value;
        while (rest >= 0x80) {
            room(1).put((byte) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        room(1).put((byte) rest);
    }

    private ByteBuffer room(int size) {
        if (bytes.remaining() < size) {
            int capacity = Math.max(bytes.capacity() * 2, bytes.position() + size);
            bytes = ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN).put(bytes.flip());
        }
        return bytes;
    }
}
