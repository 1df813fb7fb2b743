package dev.footlights.schemas.history;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;

/**
 * Adds a version to the history for each record whose schema has changed. Not run with the tests, only when named:
 * {@code mvn -pl schemas -am test -Dtest=AddSchemaVersion -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class AddSchemaVersion {
    @Test
    void addWhatChanged() throws IOException {
        for (Schema present : SchemaHistory.present()) {
            List<SchemaHistory.Version> versions = SchemaHistory.versions(present.getName());
            if (versions.isEmpty() || !versions.getLast().schema().equals(present)) {
                GenericRecord example = ExampleRecord.of(present);
                SchemaHistory.add(present, bytes(example), example.toString());
            }
        }
    }

    private static byte[] bytes(GenericRecord example) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(example.getSchema()).write(example, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }
}
