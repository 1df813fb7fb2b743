package dev.footlights.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.footlights.schemas.avro.ActivityFact;
import dev.footlights.schemas.avro.FailedEvent;
import dev.footlights.schemas.avro.FailureReason;
import dev.footlights.schemas.avro.SurveyAnswer;
import dev.footlights.schemas.avro.UsageEvent;
import dev.footlights.streams.Events;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
    void aSearchThatThePauseHasCountedIsOpenedInItsOwnRow() {
        // Given
        try (TopologyUnderTest topology = new TopologyUnderTest(dir, null)) {
            String day = "day|2026-11-20T00:00:00Z|org|search";
            topology.send(search("one", "pay", AT));
            topology.pause();
            topology.send(search("two", "payments", AT.plusMillis(500)));
            topology.pause();
            // When
            topology.send(discover("three", AT.plusSeconds(20), 3.0));
            topology.send(discover("four", AT.plusSeconds(30), null));
            // Then
            assertThat(topology.figures(day)).containsEntry("searches", 1L).containsEntry("openedSearches", 1L);
            assertThat(topology.openedSearches("pay")).isZero();
            assertThat(topology.openedSearches("payments")).isEqualTo(1);
            assertThat(topology.openedSearches("/docs/payments")).isZero();
            assertThat(topology.<ActivityFact>values("activity-facts"))
                    .extracting(ActivityFact::getAction, ActivityFact::getItem)
                    .contains(tuple("discover-3", "/docs/payments"), tuple("discover", "/docs/payments"));
        }
    }

    @Test
    void anAnswerIsKeptAsAnAnswerAndItsTextNowhereElse() {
        // Given
        try (TopologyUnderTest topology = new TopologyUnderTest(dir, null)) {
            UsageEvent.Builder answer = Events.event("one", "ann", AT, "survey-answer")
                    .setTeams(List.of("org", "group:default/a"))
                    .setSubject("Search is slow.")
                    .setValue(4.0)
                    .setAttributes(Map.of("survey", "autumn|26", "question", "mood"));
            // When
            topology.send(answer.build());
            topology.send(answer.setReceivedAt(AT.plusSeconds(5)).build());
            topology.send(answer.setEventId("two")
                    .setAttributes(Map.of("survey", "autumn|26"))
                    .build());
            topology.send(answer.setEventId("three").setAction("click").build());
            // Then
            assertThat(topology.<SurveyAnswer>values("survey-answers"))
                    .containsExactly(new SurveyAnswer(
                            "autumn|26",
                            "mood",
                            Events.actor("ann"),
                            AT,
                            "one",
                            List.of("group:default/a", "org"),
                            4.0,
                            "Search is slow."));
            assertThat(topology.figures("day|2026-11-20T00:00:00Z|org|surveys"))
                    .containsEntry("events", 2L)
                    .containsEntry("interactions", 2L);
            assertThat(topology.<ActivityFact>values("activity-facts"))
                    .extracting(ActivityFact::getFeature, ActivityFact::getItem)
                    .containsExactlyInAnyOrder(tuple("surveys", ""), tuple("portal", ""));
        }
    }

    @Test
    void theLedgerBalancesInEveryQuarterHour() {
        // Given
        try (TopologyUnderTest topology = new TopologyUnderTest(dir, null)) {
            UsageEvent good = Events.event("good", "ann", AT, "click").build();
            UsageEvent.Builder other = Events.event("other", "ann", AT, "click");
            byte[] poison = "no frame".getBytes(StandardCharsets.UTF_8);
            Instant farAhead = Instant.parse("2099-01-01T00:00:00Z");
            // When
            topology.send(good);
            topology.send(good);
            topology.send(other.setReceivedAt(AT.plusSeconds(899)).build());
            topology.send(other.setReceivedAt(AT.plusSeconds(900)).build());
            topology.send(other.setEventId("late")
                    .setReceivedAt(AT.plusSeconds(1_800))
                    .setOccurredAt(AT.minus(Duration.ofDays(8)))
                    .build());
            topology.send(other.setEventId("old")
                    .setReceivedAt(AT)
                    .setOccurredAt(AT.minus(Duration.ofDays(401)))
                    .setImportId("history")
                    .build());
            topology.send(good.getActor(), poison, AT.plusSeconds(1_000));
            topology.send(
                    good.getActor(),
                    topology.bytes(other.setReceivedAt(farAhead).build()),
                    AT);
            topology.send(good.getActor(), poison, farAhead);
            topology.send(Events.actor("bob"), topology.bytes(good), AT.plusSeconds(2_000));
            // Then
            assertThat(topology.ledger())
                    .containsExactlyInAnyOrder(
                            // good twice, other, old, the one from far ahead by its record's time, bob's
                            "2026-11-20T10:00:00Z accepted: 6",
                            "2026-11-20T10:00:00Z folded: 2",
                            "2026-11-20T10:00:00Z duplicate: 1",
                            "2026-11-20T10:00:00Z late past_retention: 1",
                            "2026-11-20T10:00:00Z unusable undecodable: 2",
                            // other again, and poison by its record's time
                            "2026-11-20T10:15:00Z accepted: 2",
                            "2026-11-20T10:15:00Z duplicate: 1",
                            "2026-11-20T10:15:00Z unusable undecodable: 1",
                            // a record's time beyond belief is at most a day ahead of the clock
                            "2026-11-23T12:00:00Z accepted: 1",
                            "2026-11-23T12:00:00Z unusable undecodable: 1",
                            "2026-11-20T10:30:00Z accepted: 1",
                            "2026-11-20T10:30:00Z late late: 1");
            assertThat(topology.failed()).hasSize(6);
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
            topology.send(answer("old", "ann", old));
            assertThat(topology.entries()).isPositive();
            // When
            topology.send(answer("new", "bob", AT));
            long both = topology.entries();
            topology.waitAMinute();
            // Then
            assertThat(topology.figures("month|2025-08-01T00:00:00Z|org|*")).isEmpty();
            assertThat(topology.figures("month|2026-11-01T00:00:00Z|org|*")).containsEntry("events", 1L);
            assertThat(topology.entries()).isEqualTo(both / 2);
        }
    }

    private static UsageEvent answer(String id, String person, Instant at) {
        return Events.event(id, person, at, "survey-answer")
                .setAttributes(Map.of("survey", "autumn", "question", "mood"))
                .build();
    }

    private static UsageEvent discover(String id, Instant at, @Nullable Double rank) {
        return Events.event(id, "ann", at, "discover")
                .setValue(rank)
                .setAttributes(Map.of("to", "/docs/payments"))
                .build();
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
