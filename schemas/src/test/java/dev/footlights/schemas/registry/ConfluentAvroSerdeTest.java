package dev.footlights.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.footlights.schemas.avro.TeamEntry;
import dev.footlights.schemas.avro.UsageEvent;
import dev.footlights.schemas.topics.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConfluentAvroSerdeTest {
    private static final String TOPIC = Topics.USAGE_EVENTS.name();
    private static final InMemoryRegistry REGISTRY = InMemoryRegistry.withCatalogue();
    private static final int EVENT_ID =
            REGISTRY.latest(Topics.USAGE_EVENTS.subject()).orElseThrow().id();
    private static final int TEAM_ID =
            REGISTRY.latest(Topics.TEAMS.subject()).orElseThrow().id();

    private final ConfluentAvroSerde<UsageEvent> serde = ConfluentAvroSerde.of(REGISTRY, UsageEvent.class);

    interface Writing {
        void to(BinaryEncoder encoder) throws IOException;
    }

    private static byte[] framed(int id, Writing writing) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.write(new byte[WireFormat.HEADER_BYTES]);
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
            writing.to(encoder);
            byte[] framed = bytes.toByteArray();
            WireFormat.writeHeader(framed, id);
            return framed;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** An event up to and without its teams. */
    private static void beginning(BinaryEncoder encoder) throws IOException {
        encoder.writeString("id");
        encoder.writeLong(1);
        encoder.writeLong(1);
        encoder.writeString("actor");
    }

    static Stream<Arguments> poison() {
        return Stream.of(
                Arguments.of("nothing at all", new byte[0]),
                Arguments.of("half a frame", new byte[] {0, 0, 0}),
                Arguments.of("wrong magic byte", new byte[] {1, 0, 0, 0, 1, 0}),
                Arguments.of("JSON", "{\"eventId\":1}".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                Arguments.of("unknown id", framed(4711, ConfluentAvroSerdeTest::beginning)),
                Arguments.of("no value", framed(EVENT_ID, encoder -> {})),
                Arguments.of("cut off", framed(EVENT_ID, ConfluentAvroSerdeTest::beginning)),
                Arguments.of("huge text", framed(EVENT_ID, encoder -> encoder.writeLong(2_000_000_000))),
                Arguments.of("negative text", framed(EVENT_ID, encoder -> encoder.writeLong(-5))),
                Arguments.of("huge array", framed(EVENT_ID, encoder -> {
                    beginning(encoder);
                    encoder.writeLong(2_000_000_000);
                })),
                Arguments.of("array beyond any memory", framed(EVENT_ID, encoder -> {
                    beginning(encoder);
                    encoder.writeLong(Long.MAX_VALUE);
                })),
                Arguments.of("another record's schema", framed(TEAM_ID, ConfluentAvroSerdeTest::beginning)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("poison")
    void poisonIsUndecodable(String what, byte[] bytes) {
        assertThat(catchThrowable(() -> serde.deserializer().decode(bytes)))
                .as(what)
                .isInstanceOf(UndecodableException.class);
    }

    @Test
    void bytesLeftOverAreUndecodable() {
        byte[] bytes = serde.serializer().encode(TOPIC, UsageEvent.newBuilder().build());
        byte[] longer = java.util.Arrays.copyOf(bytes, bytes.length + 1);

        assertThatThrownBy(() -> serde.deserializer().decode(longer))
                .isInstanceOf(UndecodableException.class)
                .hasMessageContaining("left over");
    }

    @Test
    void anUnreachableRegistryIsNoFaultOfTheBytes() {
        byte[] bytes = serde.serializer().encode(TOPIC, UsageEvent.newBuilder().build());
        RegistryConfig nobody = RegistryConfig.of(List.of("http://127.0.0.1:1"))
                .withPatience(Duration.ofSeconds(1), 0, Duration.ofMillis(1));
        try (SchemaRegistryClient client = new SchemaRegistryClient(nobody)) {
            ConfluentAvroSerde<UsageEvent> offline = ConfluentAvroSerde.of(client, UsageEvent.class);

            assertThatThrownBy(() -> offline.deserializer().decode(bytes))
                    .isInstanceOf(RegistryUnavailableException.class);
        }
    }

    @Test
    void neverRegistersAndSaysWhatToRun() {
        InMemoryRegistry empty = new InMemoryRegistry();
        ConfluentAvroSerde<TeamEntry> teams = ConfluentAvroSerde.of(empty, Topics.TEAMS);

        assertThatThrownBy(() -> teams.serializer()
                        .encode(Topics.TEAMS.name(), TeamEntry.newBuilder().build()))
                .isInstanceOf(SchemaNotFoundException.class)
                .hasMessageContaining("footlights schemas register")
                .hasMessageContaining("footlights.teams.v1-value");
        assertThat(empty.latest(Topics.TEAMS.subject())).isEmpty();
    }

    @Test
    void nullIsATombstoneBothWays() {
        assertThat(serde.serializer().serialize(TOPIC, null)).isNull();
        assertThat(serde.deserializer().deserialize(TOPIC, (byte[]) null)).isNull();
    }

    @Test
    void aTopicsSerdeKeepsToItsSubject() {
        ConfluentAvroSerde<TeamEntry> teams = ConfluentAvroSerde.of(REGISTRY, Topics.TEAMS);

        byte[] bytes =
                teams.serializer().encode("some-store", TeamEntry.newBuilder().build());

        assertThat(WireFormat.schemaId(bytes)).isEqualTo(TEAM_ID);
    }
}
