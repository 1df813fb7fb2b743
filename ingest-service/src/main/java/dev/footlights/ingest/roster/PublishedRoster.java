package dev.footlights.ingest.roster;

import dev.footlights.schemas.registry.ConfluentAvroDeserializer;
import dev.footlights.schemas.registry.ConfluentAvroSerde;
import dev.footlights.schemas.registry.SchemaRegistry;
import dev.footlights.schemas.registry.UndecodableException;
import dev.footlights.schemas.topics.TopicDefinition;
import dev.footlights.schemas.topics.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads back what the roster's compacted topics hold, so that only what changed is written to them. */
final class PublishedRoster {
    private static final Logger LOG = LoggerFactory.getLogger(PublishedRoster.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Map<String, Object> kafka;
    private final SchemaRegistry registry;

    /** @param kafka properties of any Kafka client */
    PublishedRoster(Map<String, Object> kafka, SchemaRegistry registry) {
        this.kafka = kafka;
        this.registry = registry;
    }

    /**
     * Both topics from beginning to end.
     *
     * @throws org.apache.kafka.common.KafkaException when Kafka does not answer
     * @throws dev.footlights.schemas.registry.RegistryException when the registry does not
     */
    RosterState read() {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, "footlights-ingest-roster");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        RosterState state = RosterState.empty();
        try (var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
            readTopic(consumer, Topics.TEAMS, state.teams()::put);
            readTopic(consumer, Topics.ROSTER, state.people()::put);
        }
        return state;
    }

    private <T extends SpecificRecord> void readTopic(
            KafkaConsumer<String, byte[]> consumer, TopicDefinition<T> topic, BiConsumer<String, T> entries) {
        ConfluentAvroDeserializer<T> deserializer =
                ConfluentAvroSerde.of(registry, topic).deserializer();
        List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(topic.name(), info.partition()))
                .toList();
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        while (partitions.stream()
                .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                decode(deserializer, record, entries);
            }
        }
    }

    /** What can't be decoded is as if it weren't there: a good entry is written over it. */
    private static <T extends SpecificRecord> void decode(
            ConfluentAvroDeserializer<T> deserializer,
            ConsumerRecord<String, byte[]> record,
            BiConsumer<String, T> entries) {
        try {
            T entry = deserializer.deserialize(record.topic(), record.value());
            if (entry != null && record.key() != null) {
                entries.accept(record.key(), entry);
            }
        } catch (UndecodableException e) {
            LOG.atWarn()
                    .setCause(e)
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .log("roster entry can't be decoded");
        }
    }
}
