package dev.footlights.ingest;

import dev.footlights.schemas.registry.ConfluentAvroSerde;
import dev.footlights.schemas.registry.SchemaRegistry;
import dev.footlights.schemas.topics.TopicDefinition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads whole topics as they are now. */
final class TopicReader {
    private final String bootstrapServers;
    private final SchemaRegistry registry;

    TopicReader(String bootstrapServers, SchemaRegistry registry) {
        this.bootstrapServers = bootstrapServers;
        this.registry = registry;
    }

    <T extends SpecificRecord> List<T> values(TopicDefinition<T> topic) {
        var deserializer = ConfluentAvroSerde.of(registry, topic).deserializer();
        List<T> values = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records(topic)) {
            T value = deserializer.deserialize(topic.name(), record.value());
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    List<ConsumerRecord<String, byte[]>> records(TopicDefinition<?> topic) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(topic.name(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }
}
