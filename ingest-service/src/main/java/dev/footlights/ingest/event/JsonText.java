package dev.footlights.ingest.event;

/**
 * What a JSON parser lets pass and we don't: bytes that aren't strict UTF-8 (overlong forms, surrogates, beyond U+10FFFF),
 * a byte order mark, raw control characters, and escaped surrogates without their other half. What passes can be stored
 * and given back byte for byte.
 */
final class JsonText {
    private final byte[] bytes;
    private final int end;

    private JsonText(byte[] bytes) {
        this.bytes = bytes;
        this.end = bytes.length;
    }

    /** @throws BodyException naming the first thing that is wrong and where */
    static void check(byte[] bytes) throws BodyException {
        new JsonText(bytes).check();
    }

    private void check() throws BodyException {
        if (end >= 3 && at(0) == 0xEF && at(1) == 0xBB && at(2) == 0xBF) {
            throw malformed("begins with a byte order mark", 0);
        }
        int position = 0;
        while (position < end) {
            byte value = bytes[position];
            if (value < 0) {
                position = afterMultiByte(position);
            } else if (value == '\\') {
                position = afterEscape(position);
            } else if (value < 0x20 && value != '\t' && value != '\n' && value != '\r') {
                throw malformed("holds a raw control character", position);
            } else {
                position++;
            }
        }
    }

    private int afterMultiByte(int position) throws BodyException {
        int lead = at(position);
        int second = at(position + 1);
        int length = lengthOf(lead, second);
        if (length == 0) {
            throw malformed("is not UTF-8", position);
        }
        for (int index = position + 1; index < position + length; index++) {
            if ((at(index) & 0xC0) != 0x80) {
                throw malformed("is not UTF-8", position);
            }
        }
        return position + length;
    }

    /** 0 for a lead byte that can't be, or whose second byte would make an overlong form, a surrogate or too much. */
    private static int lengthOf(int lead, int second) {
        if (lead >= 0xC2 && lead <= 0xDF) {
            return 2;
        }
        if (lead >= 0xE0 && lead <= 0xEF) {
            boolean overlong = lead == 0xE0 && second < 0xA0;
            boolean surrogate = lead == 0xED && second > 0x9F;
            return overlong || surrogate ? 0 : 3;
        }
        if (lead >= 0xF0 && lead <= 0xF4) {
            boolean overlong = lead == 0xF0 && second < 0x90;
            boolean beyond = lead == 0xF4 && second > 0x8F;
            return overlong || beyond ? 0 : 4;
        }
        return 0;
    }

    /** Only surrogates are looked at; whether the escape is well formed is the parser's matter. */
    private int afterEscape(int position) throws BodyException {
        if (at(position + 1) != 'u') {
            return position + 2;
        }
        int unit = unit(position);
        if (unit < 0 || !Character.isSurrogate((char) unit)) {
            return position + 2;
        }
        boolean paired = Character.isHighSurrogate((char) unit)
                && at(position + 6) == '\\'
                && at(position + 7) == 'u'
                && unit(position + 6) >= 0
                && Character.isLowSurrogate((char) unit(position + 6));
        if (!paired) {
            throw malformed("holds half a surrogate pair", position);
        }
        return position + 12;
    }

    /** The code unit of an escape at a position; -1 when it has no four digits. */
    private int unit(int position) {
        int unit = 0;
        for (int index = position + 2; index < position + 6; index++) {
            int digit = Character.digit(at(index), 16);
            if (digit < 0) {
                return -1;
            }
            unit = unit << 4 | digit;
        }
        return unit;
    }

    /** 0 beyond the end. */
    private int at(int position) {
        return position < end ? bytes[position] & 0xFF : 0;
    }

    private static BodyException malformed(String problem, int position) {
        return new BodyException(BodyException.Kind.MALFORMED, "the body " + problem + " at byte " + position);
    }
}
