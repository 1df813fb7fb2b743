package dev.footlights.streams.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footlights.schemas.avro.KpiRollup;
import dev.footlights.schemas.registry.ConfluentAvroSerde;
import dev.footlights.schemas.registry.InMemoryRegistry;
import dev.footlights.schemas.topics.Topics;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class KpiRollupSerdeTest {
    private final ConfluentAvroSerde<KpiRollup> general =
            ConfluentAvroSerde.of(InMemoryRegistry.withCatalogue(), Topics.KPI_ROLLUPS);
    private final KpiRollupSerde byHand = new KpiRollupSerde(general);

    @Property(tries = 500)
    void writesTheBytesOfTheGeneralSerdeAndReadsThem(
            @ForAll String team, @ForAll int shard, @ForAll long views, @ForAll long newUsers) {
        // Given
        String topic = Topics.KPI_ROLLUPS.name();
        KpiRollup rollup = new KpiRollup(
                team,
                "*",
                "week",
                Instant.ofEpochMilli(1_763_337_600_000L),
                shard,
                1L,
                newUsers,
                3L,
                views,
                -5L,
                6L,
                Long.MIN_VALUE,
                8L,
                9L,
                10L,
                11L,
                12L);
        // When
        byte[] bytes = byHand.serializer().serialize(topic, rollup);
        // Then
        assertThat(bytes).isEqualTo(general.serializer().serialize(topic, rollup));
        assertThat(byHand.deserializer().deserialize(topic, bytes))
                .isEqualTo(general.deserializer().deserialize(topic, bytes));
    }
}
