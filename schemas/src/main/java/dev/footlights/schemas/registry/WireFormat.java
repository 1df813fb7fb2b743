package dev.footlights.schemas.registry;

/** The frame around an Avro value: one zero byte, the schema's id as four bytes, most significant first, then the value. */
final class WireFormat {
    static final byte MAGIC = 0;
    static final int HEADER_BYTES = 5;

    private WireFormat() {}

    static void writeHeader(byte[] target, int id) {
        target[0] = MAGIC;
        target[1] = (byte) (id >>> 24);
        target[2] = (byte) (id >>> 16);
        target[3] = (byte) (id >>> 8);
        target[4] = (byte) id;
    }

    /**
     * The schema id of a framed value.
     *
     * @throws UndecodableException when there is no such frame
     */
    static int schemaId(byte[] bytes) {
        if (bytes.length < HEADER_BYTES) {
            throw new UndecodableException("only " + bytes.length + " bytes, shorter than a frame");
        }
        if (bytes[0] != MAGIC) {
            throw new UndecodableException("starts with byte " + bytes[0] + " instead of 0");
        }
        return (bytes[1] & 0xff) << 24 | (bytes[2] & 0xff) << 16 | (bytes[3] & 0xff) << 8 | (bytes[4] & 0xff);
    }
}
