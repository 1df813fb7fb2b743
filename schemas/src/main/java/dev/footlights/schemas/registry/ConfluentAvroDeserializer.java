package dev.footlights.schemas.registry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads records in the Confluent wire format, whichever version of their schema wrote them, into the present one. May be shared by
 * threads.
 *
 * @param <T> a generated record
 */
public final class ConfluentAvroDeserializer<T extends SpecificRecord> implements Deserializer<T> {
    /** Schemas that wrote what we read: a handful in practice. */
    private static final int CACHED_READERS = 100;

    private final SchemaRegistry registry;
    private final SpecificData model;
    private final Schema schema;
    private final Cache<Integer, DatumReader<T>> readers =
            Caffeine.newBuilder().maximumSize(CACHED_READERS).build();

    ConfluentAvroDeserializer(SchemaRegistry registry, Class<T> type) {
        TrustedRecords.allow();
        this.registry = registry;
        this.model = SpecificData.getForClass(type);
        this.schema = model.getSchema(type);
    }

    /** {@link #decode}, and null for null. */
    @Override
    @SuppressWarnings("NullAway") // Kafka's interface isn't annotated: null in and out is its word for a tombstone.
    public @Nullable T deserialize(String topic, byte @Nullable [] bytes) {
        return bytes == null ? null : decode(bytes);
    }

    /**
     * The record in framed bytes.
     *
     * @throws UndecodableException when the bytes are at fault: keep them aside and go on
     * @throws RegistryException when the registry couldn't say what wrote them: nothing is known about the bytes, so don't skip them
     */
    public T decode(byte[] bytes) {
        int id = WireFormat.schemaId(bytes);
        DatumReader<T> reader = reader(id);
        // Over an array Avro checks each length against the bytes that are left before it allocates.
        BinaryDecoder decoder = DecoderFactory.get()
                .binaryDecoder(bytes, WireFormat.HEADER_BYTES, bytes.length - WireFormat.HEADER_BYTES, null);
        try {
            T value = reader.read(null, decoder);
            if (!decoder.isEnd()) {
                throw new UndecodableException("bytes are left over after a " + schema.getName());
            }
            return value;
        } catch (UndecodableException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new UndecodableException("no " + schema.getName() + " written with schema " + id, e);
        }
    }

    private DatumReader<T> reader(int id) {
        DatumReader<T> known = readers.getIfPresent(id);
        if (known != null) {
            return known;
        }
        DatumReader<T> made = new SpecificDatumReader<>(writerSchema(id), schema, model);
        readers.put(id, made);
        return made;
    }

    private Schema writerSchema(int id) {
        try {
            return registry.byId(id);
        } catch (SchemaNotFoundException | InvalidSchemaException e) {
            throw new UndecodableException("schema id " + id + " is no Avro schema of this registry", e);
        }
    }
}
