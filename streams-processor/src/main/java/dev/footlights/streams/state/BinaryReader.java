package dev.footlights.streams.state;

import java.nio.charset.StandardCharsets;

/** Reads what {@link BinaryWriter} wrote. Only for bytes of our own making: it trusts lengths. */
final class BinaryReader {
    private final byte[] bytes;
    private int position;

    BinaryReader(byte[] bytes, int from) {
        this.bytes = bytes;
        this.position = from;
    }

    int raw() {
        return bytes[position++];
    }

    long number() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte part = bytes[position++];
            value |= (part & 0x7fL) << shift;
            if (part >= 0) {
                return (value >>> 1) ^ -(value & 1);
            }
        }
    }

    int count() {
        return Math.toIntExact(number());
    }

    boolean flag() {
        return raw() != 0;
    }

    String text() {
        int length = count();
        String text = new String(bytes, position, length, StandardCharsets.UTF_8);
        position += length;
        return text;
    }
}
