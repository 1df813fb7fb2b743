package dev.footlights.ingest.delivery;

import dev.footlights.schemas.avro.FailedEvent;
import dev.footlights.schemas.avro.RosterEntry;
import dev.footlights.schemas.avro.TeamEntry;
import dev.footlights.schemas.avro.UsageEvent;
import dev.footlights.schemas.registry.ConfluentAvroSerializer;
import dev.footlights.schemas.registry.RegistryException;
import dev.footlights.schemas.topics.TopicDefinition;
import dev.footlights.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

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
     * Writes a request's events, those to count and those to keep.
     *
     * @throws UndeliveredException when not all of it is confirmed
     */
    public void writeEvents(Collection<UsageEvent> events, Collection<FailedEvent> failed)
            throws UndeliveredException, InterruptedException {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>(events.size() + failed.size());
        try {
            for (UsageEvent event : events) {
                records.add(record(
                        Topics.USAGE_EVENTS,
                        serializers.usageEvents(),
                        event.getReceivedAt(),
                        event.getActor(),
                        event));
            }
            for (FailedEvent event : failed) {
                String key = event.getEventId().isEmpty() ? null : event.getEventId();
                records.add(
                        record(Topics.FAILED_EVENTS, serializers.failedEvents(), event.getReceivedAt(), key, event));
            }
        } catch (RegistryException e) {
            throw new UndeliveredException("the schema registry did not answer", e);
        }
        write(records);
    }

    /**
     * Writes entries of the roster.
     *
     * @throws UndeliveredException when not all of it is confirmed
     */
    public void writeRoster(Collection<TeamEntry> teams, Collection<RosterEntry> people)
            throws UndeliveredException, InterruptedException {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>(teams.size() + people.size());
        try {
            for (TeamEntry team : teams) {
                records.add(record(Topics.TEAMS, serializers.teams(), team.getUpdatedAt(), team.getTeam(), team));
            }
            for (RosterEntry person : people) {
                records.add(
                        record(Topics.ROSTER, serializers.roster(), person.getUpdatedAt(), person.getActor(), person));
            }
        } catch (RegistryException e) {
            throw new UndeliveredException("the schema registry did not answer", e);
        }
        write(records);
    }

    @SuppressWarnings(
            "NullAway") // Kafka's class isn't annotated: without a partition the key decides, a key may be missing.
    private static <T extends SpecificRecord> ProducerRecord<String, byte[]> record(
            TopicDefinition<T> topic,
            ConfluentAvroSerializer<T> serializer,
            Instant time,
            @Nullable String key,
            T value) {
        byte[] bytes = serializer.serialize(topic.name(), value);
        return new ProducerRecord<>(topic.name(), null, time.toEpochMilli(), key, bytes);
    }

    private void write(List<ProducerRecord<String, byte[]>> records) throws UndeliveredException, InterruptedException {
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
