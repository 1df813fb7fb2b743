package dev.footlights.streams.sink;

import dev.footlights.schemas.registry.ConfluentAvroSerde;
import dev.footlights.schemas.registry.RegistryException;
import dev.footlights.schemas.registry.SchemaRegistry;
import dev.footlights.schemas.registry.UndecodableException;
import dev.footlights.schemas.topics.CleanupPolicy;
import dev.footlights.streams.sink.rows.RecordPosition;
import dev.footlights.streams.sink.rows.RowBinary;
import dev.footlights.streams.sink.rows.TableRows;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Turns records of the sink's topics into rows of a batch. Not safe for several threads. */
final class BatchFiller {
    private final Map<String, Decoding<?>> decodings = new HashMap<>();
    private final RowBinary scratch = new RowBinary();

    private record Decoding<T extends SpecificRecord>(
            Deserializer<T> deserializer, TableRows<T> rows, boolean latestOfKey) {
        @Nullable
        T value(ConsumerRecord<byte[], byte[]> record) {
            return deserializer.deserialize(record.topic(), record.value());
        }
    }

    BatchFiller(SchemaRegistry registry) {
        SinkTopic.ALL.forEach(each -> decodings.put(each.topic().name(), decoding(registry, each)));
    }

    private static <T extends SpecificRecord> Decoding<T> decoding(SchemaRegistry registry, SinkTopic<T> topic) {
        return new Decoding<>(
                ConfluentAvroSerde.of(registry, topic.topic()).deserializer(),
                topic.rows(),
                topic.topic().cleanup() == CleanupPolicy.COMPACT);
    }

    /**
     * Adds a record: as rows, as a dead letter when it can never become rows, or not at all when it is a tombstone,
     * which only says that the streams processor has forgotten a key.
     *
     * @throws UnavailableException when the registry can't tell how to read it; the batch is then unchanged
     */
    void add(ConsumerRecord<byte[], byte[]> record, Batch batch) {
        Decoding<?> decoding = decodings.get(record.topic());
        if (decoding == null || record.value() == null) {
            return;
        }
        add(record, decoding, batch);
    }

    private <T extends SpecificRecord> void add(
            ConsumerRecord<byte[], byte[]> record, Decoding<T> decoding, Batch batch) {
        try {
            T value = decoding.value(record);
            if (value == null) {
                return;
            }
            scratch.clear();
            TableRows<T> rows = decoding.rows();
            int count = rows.write(value, new RecordPosition(record.partition(), record.offset()), scratch);
            RecordKey key = RecordKey.of(record, decoding.latestOfKey());
            batch.put(rows, key, rows.revision(value), scratch.toByteArray(), count);
        } catch (UndecodableException e) {
            batch.put(new DeadLetter(record, String.valueOf(e.getMessage())));
        } catch (IllegalArgumentException e) {
            batch.put(new DeadLetter(record, "a value doesn't fit its column"));
        } catch (RegistryException e) {
            throw new UnavailableException("the schema registry doesn't answer", e);
        }
    }
}
