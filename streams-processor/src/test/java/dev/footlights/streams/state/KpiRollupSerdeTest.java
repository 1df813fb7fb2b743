package dev.footlights.streams.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footlights.schemas.avro.KpiRollup;
import dev.footlights.schemas.registry.ConfluentAvroSerde;
import dev.footlights.schemas.registry.InMemoryRegistry;
import dev.footlights.schemas.topics.Topics;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

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

    @Test
    void readsWhatTheFirstVersionOfTheSchemaWrote() throws IOException {
        // Given
        Path history = Path.of("../schemas/history/KpiRollup");
        InMemoryRegistry registry = new InMemoryRegistry();
        int id = registry.register(
                        Topics.KPI_ROLLUPS.subject(),
                        new Schema.Parser().parse(Files.readString(history.resolve("v1.avsc"))))
                .id();
        registry.register(Topics.KPI_ROLLUPS.subject(), Topics.KPI_ROLLUPS.schema());
        byte[] written = HexFormat.of()
                .parseHex(Files.readString(history.resolve("v1.hex")).replaceAll("\\s", ""));
        byte[] framed = ByteBuffer.allocate(5 + written.length)
                .put((byte) 0)
                .putInt(id)
                .put(written)
                .array();
        JsonNode meant = new ObjectMapper().readTree(Files.readString(history.resolve("v1.json")));
        KpiRollupSerde serde = new KpiRollupSerde(ConfluentAvroSerde.of(registry, Topics.KPI_ROLLUPS));
        // When
        KpiRollup read = serde.deserializer().deserialize(Topics.KPI_ROLLUPS.name(), framed);
        // Then
        assertThat(read.getOpenedSearches()).isZero();
        assertThat(read.getZeroResultSearches())
                .isEqualTo(meant.get("zeroResultSearches").longValue());
        assertThat(read.getSessions()).isEqualTo(meant.get("sessions").longValue());
        assertThat(read.getRevision()).isEqualTo(meant.get("revision").longValue());
    }
}
