package dev.footlights.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.footlights.schemas.avro.UsageEvent;
import dev.footlights.schemas.topics.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class ConfluentAvroSerdeProperties {
    private static final String TOPIC = Topics.USAGE_EVENTS.name();
    private final ConfluentAvroSerde<UsageEvent> serde =
            ConfluentAvroSerde.of(InMemoryRegistry.withCatalogue(), Topics.USAGE_EVENTS);

    @Property(tries = 300)
    void whatIsWrittenIsRead(@ForAll("events") UsageEvent event) {
        byte[] bytes = serde.serializer().encode(TOPIC, event);

        assertThat(serde.deserializer().decode(bytes)).isEqualTo(event);
    }

    @Property(tries = 300)
    void anyCutIsUndecodable(@ForAll("events") UsageEvent event, @ForAll int where) {
        byte[] bytes = serde.serializer().encode(TOPIC, event);
        byte[] cut = java.util.Arrays.copyOf(bytes, Math.floorMod(where, bytes.length));

        assertThat(catchThrowable(() -> serde.deserializer().decode(cut))).isInstanceOf(UndecodableException.class);
    }

    @Property(tries = 1000)
    void anyBytesAreARecordOrUndecodable(@ForAll byte[] noise) {
        byte[] framed = new byte[WireFormat.HEADER_BYTES + noise.length];
        System.arraycopy(noise, 0, framed, WireFormat.HEADER_BYTES, noise.length);
        WireFormat.writeHeader(framed, 1);

        Throwable thrown = catchThrowable(() -> serde.deserializer().decode(framed));

        if (thrown != null) {
            assertThat(thrown).isInstanceOf(UndecodableException.class);
        }
    }

    @Provide
    Arbitrary<UsageEvent> events() {
        // Avro's UTF-8 has no place for half a surrogate pair.
        Arbitrary<String> text = Arbitraries.strings()
                .ofMaxLength(40)
                .filter(s -> s.codePoints().noneMatch(c -> c >= 0xd800 && c < 0xe000));
        Arbitrary<Instant> time =
                Arbitraries.longs().between(0, 253_402_300_799_999L).map(Instant::ofEpochMilli);
        Arbitrary<List<String>> teams = text.list().ofMaxSize(5);
        Arbitrary<Map<String, String>> attributes = Arbitraries.maps(text, text).ofMaxSize(5);
        Arbitrary<@Nullable Double> value = Arbitraries.doubles().injectNull(0.3);
        return Combinators.combine(text, time, teams, attributes, value, text)
                .as((id, at, inTeams, also, amount, word) -> UsageEvent.newBuilder()
                        .setEventId(id)
                        .setOccurredAt(at)
                        .setReceivedAt(at)
                        .setTeams(inTeams)
                        .setAttributes(also)
                        .setValue(amount)
                        .setSubject(word)
                        .build());
    }
}
