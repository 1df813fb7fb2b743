package dev.footlights.ingest.delivery;

import dev.footlights.ingest.event.TopicRecord;
import dev.footlights.schemas.registry.RegistryException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes to Kafka and returns when all of it is on every replica in sync. Shared by all requests. */
public final class KafkaWriter implements AutoCloseable {
    /** From a record's send to its confirmation, Kafka's own tries included. */
    static final Duration DELIVERY_TIMEOUT = Duration.ofSeconds(10);

    /** The producer's own timeout comes first and says more. */
    private static final Duration LONGEST_WAIT = DELIVERY_TIMEOUT.plusSeconds(2);

    private static final Duration FLUSH_TIMEOUT = DELIVERY_TIMEOUT;

    private final RecordSerializers serializers;
    private final KafkaProducer<String, byte[]> producer;

    /**
     * @param kafka properties of any Kafka client
     * @param bufferBytes memory for records on their way
     * @throws KafkaException when no bootstrap server's name can be resolved
     */
    KafkaWriter(Map<String, Object> kafka, long bufferBytes, RecordSerializers serializers) {
        this.serializers = serializers;
        Map<String, Object> properties = new HashMap<>();
        properties.put(ProducerConfig.CLIENT_ID_CONFIG, "footlights-ingest");
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 2);
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 << 10);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 2_000);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        properties.putAll(kafka);
        // What an acknowledgement rests on is not open to settings.
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) DELIVERY_TIMEOUT.toMillis());
        properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, bufferBytes);
        this.producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    /**
     * Writes records of any of our topics, in order.
     *
     * @throws UndeliveredException when not all of it is confirmed
     */
    public void write(Collection<? extends TopicRecord<?>> records) throws UndeliveredException, InterruptedException {
        List<ProducerRecord<String, byte[]>> serialized = new ArrayList<>(records.size());
        try {
            for (TopicRecord<?> topicRecord : records) {
                serialized.add(serialized(topicRecord));
            }
        } catch (RegistryException e) {
            throw new UndeliveredException("the schema registry did not answer", e);
        }
        send(serialized);
    }

    @SuppressWarnings(
            "NullAway") // Kafka's class isn't annotated: without a partition the key decides, a key may be missing.
    private ProducerRecord<String, byte[]> serialized(TopicRecord<?> topicRecord) {
        return new ProducerRecord<>(
                topicRecord.topic().name(),
                null,
                topicRecord.time().toEpochMilli(),
                topicRecord.key().orElse(null),
                serializers.bytes(topicRecord));
    }

    private void send(List<ProducerRecord<String, byte[]>> records) throws UndeliveredException, InterruptedException {
        Confirmations confirmations = new Confirmations(records.size());
        try {
            for (ProducerRecord<String, byte[]> record : records) {
                // A send may block until Kafka is found; one failure is enough to know.
                if (confirmations.failed()) {
                    break;
                }
                var _ = producer.send(record, confirmations);
            }
        } catch (KafkaException | IllegalStateException e) {
            throw new UndeliveredException("Kafka's producer refused a record", e);
        }
        confirmations.await(LONGEST_WAIT);
    }

    /** Waits for what is on its way, then closes. */
    @Override
    public void close() {
        producer.close(FLUSH_TIMEOUT);
    }
}
