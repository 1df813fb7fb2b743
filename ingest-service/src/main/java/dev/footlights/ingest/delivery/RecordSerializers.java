package dev.footlights.ingest.delivery;

import dev.footlights.ingest.event.TopicRecord;
import dev.footlights.schemas.registry.ConfluentAvroSerde;
import dev.footlights.schemas.registry.ConfluentAvroSerializer;
import dev.footlights.schemas.registry.SchemaRegistry;
import dev.footlights.schemas.topics.TopicDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;

/** How the values of each of our topics are written. */
final class RecordSerializers {
    private final Map<TopicDefinition<?>, OfTopic<?>> topics = new HashMap<>();

    RecordSerializers(SchemaRegistry registry, List<TopicDefinition<?>> topics) {
        topics.forEach(topic -> this.topics.put(topic, OfTopic.of(registry, topic)));
    }

    private record OfTopic<T extends SpecificRecord>(TopicDefinition<T> topic, ConfluentAvroSerializer<T> serializer) {
        static <T extends SpecificRecord> OfTopic<T> of(SchemaRegistry registry, TopicDefinition<T> topic) {
            return new OfTopic<>(topic, ConfluentAvroSerde.of(registry, topic).serializer());
        }

        byte[] bytes(SpecificRecord value) {
            return Objects.requireNonNull(
                    serializer.serialize(topic.name(), topic.valueType().cast(value)), "only null has no bytes");
        }

        void learnId() {
            serializer.schemaId(topic.name());
        }
    }

    /** @throws IllegalArgumentException for a topic that isn't one of ours */
    byte[] bytes(TopicRecord<?> topicRecord) {
        OfTopic<?> known = topics.get(topicRecord.topic());
        if (known == null) {
            throw new IllegalArgumentException(topicRecord.topic().name() + " is not written to");
        }
        return known.bytes(topicRecord.value());
    }

    /**
     * Learns every schema's id, after which the registry isn't needed any more.
     *
     * @throws dev.footlights.schemas.registry.RegistryException if one is missing
     */
    void learnIds() {
        topics.values().forEach(OfTopic::learnId);
    }
}
