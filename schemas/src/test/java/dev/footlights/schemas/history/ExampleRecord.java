package dev.footlights.schemas.history;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** A record with something other than the default in every field, the same each time. */
final class ExampleRecord {
    private ExampleRecord() {}

    static GenericRecord of(Schema schema) {
        GenericRecord example = new GenericData.Record(schema);
        schema.getFields().forEach(field -> example.put(field.pos(), value(field.schema(), field.name())));
        return example;
    }

    private static Object value(Schema schema, String name) {
        return switch (schema.getType()) {
            case STRING -> "the " + name + " é 😀";
            case BYTES -> ByteBuffer.wrap(("bytes of " + name).getBytes(StandardCharsets.UTF_8));
            case BOOLEAN -> !name.equals("active");
            case INT -> 1_000 + name.length();
            case LONG -> 1_790_000_000_000L + name.length();
            case FLOAT -> 1.5f;
            case DOUBLE -> 12.5 + name.length();
            case ENUM ->
                new GenericData.EnumSymbol(schema, schema.getEnumSymbols().getLast());
            case ARRAY ->
                List.of(value(schema.getElementType(), name + " 1"), value(schema.getElementType(), name + " 2"));
            case MAP -> Map.of("key of " + name, value(schema.getValueType(), name));
            case UNION -> value(schema.getTypes().getLast(), name);
            case RECORD -> of(schema);
            case FIXED, NULL -> throw new IllegalArgumentException(name + ": our records have no " + schema.getType());
        };
    }
}
