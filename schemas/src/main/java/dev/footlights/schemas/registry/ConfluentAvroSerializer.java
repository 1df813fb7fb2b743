package dev.footlights.schemas.registry;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes records in the Confluent wire format, under ids that the registry already has: it never registers. May be shared by threads.
 *
 * @param <T> a generated record
 */
public final class ConfluentAvroSerializer<T extends SpecificRecord> implements Serializer<T> {
    private final SchemaRegistry registry;
    private final Schema schema;
    private final DatumWriter<T> writer;
    private final UnaryOperator<String> subjectOfTopic;
    private final Map<String, Integer> idOfSubject = new ConcurrentHashMap<>();
    private final EncodingBuffer.Pool buffers = new EncodingBuffer.Pool();

    ConfluentAvroSerializer(SchemaRegistry registry, Class<T> type, UnaryOperator<String> subjectOfTopic) {
        this.registry = registry;
        this.schema = SpecificData.get().getSchema(type);
        this.writer = new SpecificDatumWriter<>(type);
        this.subjectOfTopic = subjectOfTopic;
    }

    /** {@link #encode}, and null for null, which is a tombstone. */
    @Override
    @SuppressWarnings("NullAway") // Kafka's interface isn't annotated: null in and out is its word for a tombstone.
    public byte @Nullable [] serialize(String topic, @Nullable T value) {
        return value == null ? null : encode(topic, value);
    }

    /**
     * The framed bytes of a value.
     *
     * @throws RegistryException when the schema's id is needed and the registry doesn't give it; retry when it is retriable
     * @throws SerializationException when the value doesn't fit its schema
     */
    public byte[] encode(String topic, T value) {
        int id = schemaId(topic);
        EncodingBuffer buffer = buffers.take();
        try {
            byte[] framed = buffer.frame(id, writer, value);
            buffers.giveBack(buffer, framed.length);
            return framed;
        } catch (IOException | RuntimeException e) {
            // The value itself stays out of the message: it may be about a person.
            throw new SerializationException("a " + schema.getName() + " for " + topic + " doesn't fit its schema", e);
        }
    }

    /**
     * The id under which this serializer writes to a topic; asks the registry once. Calling it early tells at start-up whether writing
     * can work.
     *
     * @throws RegistryException when the registry doesn't give it
     */
    public int schemaId(String topic) {
        String subject = subjectOfTopic.apply(topic);
        Integer known = idOfSubject.get(subject);
        if (known == null) {
            known = lookup(subject);
            idOfSubject.put(subject, known);
        }
        return known;
    }

    private int lookup(String subject) {
        try {
            return registry.lookup(subject, schema).id();
        } catch (SchemaNotFoundException e) {
            throw new SchemaNotFoundException(
                    e.errorCode(),
                    "the registry has no " + schema.getName() + " of this version under subject " + subject
                            + "; run: footlights schemas register");
        }
    }
}
