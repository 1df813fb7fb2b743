package dev.footlights.schemas.registry;

import dev.footlights.schemas.topics.TopicDefinition;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;

/**
 * Both directions of one record type. May be shared by threads; closing it leaves the registry open.
 *
 * @param <T> a generated record
 */
public final class ConfluentAvroSerde<T extends SpecificRecord> implements Serde<T> {
    private final ConfluentAvroSerializer<T> serializer;
    private final ConfluentAvroDeserializer<T> deserializer;

    private ConfluentAvroSerde(SchemaRegistry registry, Class<T> type, UnaryOperator<String> subjectOfTopic) {
        this.serializer = new ConfluentAvroSerializer<>(registry, type, subjectOfTopic);
        this.deserializer = new ConfluentAvroDeserializer<>(registry, type);
    }

    /** Writes under the subject of whichever topic it is asked to write to. */
    public static <T extends SpecificRecord> ConfluentAvroSerde<T> of(SchemaRegistry registry, Class<T> type) {
        return new ConfluentAvroSerde<>(registry, type, Subjects::ofValue);
    }

    /** Always writes under the subject of this topic, also when a state store names its changelog otherwise. */
    public static <T extends SpecificRecord> ConfluentAvroSerde<T> of(
            SchemaRegistry registry, TopicDefinition<T> topic) {
        return new ConfluentAvroSerde<>(registry, topic.valueType(), asked -> topic.subject());
    }

    @Override
    public ConfluentAvroSerializer<T> serializer() {
        return serializer;
    }

    @Override
    public ConfluentAvroDeserializer<T> deserializer() {
        return deserializer;
    }
}
