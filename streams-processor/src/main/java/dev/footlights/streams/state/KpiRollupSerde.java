package dev.footlights.streams.state;

import dev.footlights.schemas.avro.KpiRollup;
import dev.footlights.schemas.registry.ConfluentAvroSerde;
import java.time.Instant;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * The same bytes as the general serde makes, written by hand: an event touches some thirty rollups, which makes this the
 * hottest code there is. What another version of the schema wrote is left to the general one. May be shared by threads.
 */
final class KpiRollupSerde implements Serde<KpiRollup> {
    private static final int FRAME_BYTES = 5;

    private final ConfluentAvroSerde<KpiRollup> general;

    KpiRollupSerde(ConfluentAvroSerde<KpiRollup> general) {
        this.general = general;
    }

    @Override
    public Serializer<KpiRollup> serializer() {
        return this::write;
    }

    @Override
    public Deserializer<KpiRollup> deserializer() {
        return this::read;
    }

    @SuppressWarnings("NullAway") // Kafka's interface isn't annotated: null in and out is its word for a tombstone.
    private byte @Nullable [] write(String topic, @Nullable KpiRollup rollup) {
        if (rollup == null) {
            return null;
        }
        int schemaId = general.serializer().schemaId(topic);
        return new BinaryWriter()
                .raw(0)
                .raw(schemaId >>> 24)
                .raw(schemaId >>> 16)
                .raw(schemaId >>> 8)
                .raw(schemaId)
                .text(rollup.getTeam())
                .text(rollup.getFeature())
                .text(rollup.getPeriodKind())
                .number(rollup.getPeriodStart().toEpochMilli())
                .number(rollup.getShard())
                .number(rollup.getActiveUsers())
                .number(rollup.getNewUsers())
                .number(rollup.getEvents())
                .number(rollup.getViews())
                .number(rollup.getInteractions())
                .number(rollup.getTemplateRuns())
                .number(rollup.getSavedMicroMinutes())
                .number(rollup.getSearches())
                .number(rollup.getZeroResultSearches())
                .number(rollup.getOpenedSearches())
                .number(rollup.getSessions())
                .number(rollup.getRevision())
                .toByteArray();
    }

    @SuppressWarnings("NullAway") // As above.
    private @Nullable KpiRollup read(String topic, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        if (!ofPresentSchema(topic, bytes)) {
            return general.deserializer().deserialize(topic, bytes);
        }
        BinaryReader reader = new BinaryReader(bytes, FRAME_BYTES);
        return new KpiRollup(
                reader.text(),
                reader.text(),
                reader.text(),
                Instant.ofEpochMilli(reader.number()),
                reader.count(),
                reader.number(),
                reader.number(),
                reader.number(),
                reader.number(),
                reader.number(),
                reader.number(),
                reader.number(),
                reader.number(),
                reader.number(),
                reader.number(),
                reader.number(),
                reader.number());
    }

    private boolean ofPresentSchema(String topic, byte[] bytes) {
        int schemaId = general.serializer().schemaId(topic);
        return bytes.length > FRAME_BYTES
                && bytes[0] == 0
                && bytes[1] == (byte) (schemaId >>> 24)
                && bytes[2] == (byte) (schemaId >>> 16)
                && bytes[3] == (byte) (schemaId >>> 8)
                && bytes[4] == (byte) schemaId;
    }
}
