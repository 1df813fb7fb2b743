package dev.footlights.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footlights.schemas.avro.FailedEvent;
import dev.footlights.schemas.avro.FailureReason;
import dev.footlights.schemas.avro.UsageEvent;
import dev.footlights.streams.Events;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventTopologyTest {
    private static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");

    @TempDir
    private Path dir;

    static List<Scenario> scenarios() throws IOException {
        return Scenario.all();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void scenario(Scenario scenario) {
        // Given
        try (TopologyUnderTest topology = new TopologyUnderTest(dir, scenario.zone())) {
            // When
            for (int number = 0; number < scenario.events().size(); number++) {
                topology.send(scenario.events().get(number).event(number));
            }
            topology.pause();
            // Then
            Objects.requireNonNullElse(scenario.figures(), Map.<String, Map<String, Long>>of())
                    .forEach((rollup, figures) ->
                            assertThat(topology.figures(rollup)).as(rollup).containsAllEntriesOf(figures));
            assertThat(topology.failed())
                    .extracting(failed -> failed.getReason().name())
                    .isEqualTo(Objects.requireNonNullElse(scenario.failed(), List.of()));
        }
    }

    @Test
    void aSearchCountsOnceItsPersonPausesAndIsTakenBackWhenItGoesOn() {
        // Given
        try (TopologyUnderTest topology = new TopologyUnderTest(dir, null)) {
            String day = "day|2026-11-20T00:00:00Z|org|search";
            topology.send(search("one", "pay", AT));
            // When
            topology.pause();
            // Then
            assertThat(topology.figures(day)).containsEntry("searches", 1L);
            assertThat(topology.searches("pay")).isEqualTo(1);
            // And when it turns out to go on
            topology.send(search("two", "payments", AT.plusMillis(500)));
            topology.pause();
            // Then
            assertThat(topology.figures(day)).containsEntry("searches", 1L);
            assertThat(topology.searches("pay")).isZero();
            assertThat(topology.searches("payments")).isEqualTo(1);
        }
    }

    @Test
    void poisonIsPutAsideWithItsBytesAndReadingGoesOn() {
        // Given
        try (TopologyUnderTest topology = new TopologyUnderTest(dir, null)) {
            UsageEvent good = Events.event("good", "ann", AT, "click").build();
            byte[] framed = topology.bytes(good);
            byte[] unknownSchema = framed.clone();
            unknownSchema[4] = 99;
            byte[] cutOff = Arrays.copyOf(framed, framed.length - 3);
            byte[] hugeArray = hugeArray(framed);
            // When
            topology.send(good.getActor(), "no frame".getBytes(StandardCharsets.UTF_8));
            topology.send(good.getActor(), unknownSchema);
            topology.send(good.getActor(), cutOff);
            topology.send(good.getActor(), hugeArray);
            topology.send(good.getActor(), null);
            topology.send(null, framed);
            topology.send(Events.actor("bob"), framed);
            topology.send(good);
            // Then
            List<FailedEvent> failed = topology.failed();
            assertThat(failed)
                    .hasSize(7)
                    .allSatisfy(event -> assertThat(event.getReason()).isEqualTo(FailureReason.UNDECODABLE));
            assertThat(failed.get(2).getPayload().array()).isEqualTo(cutOff);
            assertThat(failed.get(2).getSourceOffset()).isEqualTo(2);
            assertThat(failed.get(5).getEventId()).isEqualTo("good");
            assertThat(topology.figures("day|2026-11-20T00:00:00Z|org|*")).containsEntry("events", 1L);
            assertThat(topology.count("undecodable")).isEqualTo(7);
            assertThat(topology.count("folded")).isEqualTo(1);
        }
    }

    @Test
    void theTopologyIsTheOneInTheFile() throws IOException {
        // Given
        String golden;
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("/footlights/topology.txt"))) {
            golden = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        // When
        String described = TopologyUnderTest.describe();
        // Then
        assertThat(described).isEqualTo(golden);
    }

    @Test
    void namesBeyondTheLimitAreOther() {
        // Given
        try (TopologyUnderTest topology = new TopologyUnderTest(dir, null)) {
            // When
            for (int number = 0; number < TopologyUnderTest.MOST_UNLISTED_FEATURES + 5; number++) {
                topology.send(Events.event("event-" + number, "ann", AT, "click")
                        .setPluginId("plugin-" + number)
                        .build());
            }
            // Then
            assertThat(topology.figures("day|2026-11-20T00:00:00Z|org|plugin-19"))
                    .containsEntry("events", 1L);
            assertThat(topology.figures("day|2026-11-20T00:00:00Z|org|other")).containsEntry("events", 5L);
        }
    }

    @Test
    void stateOlderThanTheRetentionGoes() {
        // Given
        try (TopologyUnderTest topology = new TopologyUnderTest(dir, null)) {
            Instant old = Instant.parse("2025-08-01T10:00:00Z");
            topology.send(Events.event("old", "ann", old, "click").build());
            assertThat(topology.entries()).isPositive();
            // When
            topology.send(Events.event("new", "bob", AT, "click").build());
            long both = topology.entries();
            topology.waitAMinute();
            // Then
            assertThat(topology.figures("month|2025-08-01T00:00:00Z|org|*")).isEmpty();
            assertThat(topology.figures("month|2026-11-01T00:00:00Z|org|*")).containsEntry("events", 1L);
            assertThat(topology.entries()).isEqualTo(both / 2);
        }
    }

    private static UsageEvent search(String id, String term, Instant at) {
        return Events.event(id, "ann", at, "search").setSubject(term).build();
    }

    /** The frame and the first fields, then an array of two thousand million teams. */
    private static byte[] hugeArray(byte[] framed) {
        byte[] huge = Arrays.copyOf(framed, framed.length);
        int teams = 5 + 1 + "good".length() + 6 + 6 + 1 + 36;
        for (int index = 0; index < 4; index++) {
            huge[teams + index] = (byte) 0xff;
        }
        huge[teams + 4] = 0x0f;
        return huge;
    }
}
