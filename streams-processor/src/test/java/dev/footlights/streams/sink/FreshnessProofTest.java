package dev.footlights.streams.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footlights.schemas.topics.Topics;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class FreshnessProofTest {
    private static final TopicPartition EVENTS = new TopicPartition(Topics.USAGE_EVENTS.name(), 0);
    private static final TopicPartition FACTS = new TopicPartition(Topics.ACTIVITY_FACTS.name(), 0);

    private final FakePositions positions = new FakePositions();
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private final FreshnessProof proof = new FreshnessProof(positions, clock(() -> now));

    @Test
    void anEmptySystemIsFresh() {
        assertThat(proof.advance()).contains(now);
    }

    @Test
    void waitsForTheStreamsProcessorAndThenForTheSink() {
        // Given
        Instant asked = now;
        positions.ends.put(EVENTS, 10L);
        positions.ends.put(FACTS, 5L);
        positions.commit(Sink.GROUP, FACTS, 5);
        positions.commit(Topics.APPLICATION_ID, EVENTS, 9);
        // When the last event isn't processed
        assertThat(proof.advance()).isEmpty();
        // When it is, with facts that aren't in the tables yet
        now = now.plusSeconds(1);
        positions.commit(Topics.APPLICATION_ID, EVENTS, 10);
        positions.ends.put(FACTS, 7L);
        assertThat(proof.advance()).isEmpty();
        positions.commit(Sink.GROUP, FACTS, 6);
        assertThat(proof.advance()).isEmpty();
        // When they are, though more has come
        positions.commit(Sink.GROUP, FACTS, 7);
        positions.ends.put(FACTS, 70L);
        // Then
        assertThat(proof.advance()).contains(asked);
        assertThat(proof.advance()).isEmpty();
    }

    @Test
    void waitsForWhatIngestWritesItself() {
        // Given outcomes acknowledged before anybody asked, without an event
        TopicPartition outcomes = new TopicPartition(Topics.TEMPLATE_OUTCOMES.name(), 0);
        positions.ends.put(outcomes, 2L);
        // When they aren't in the tables
        assertThat(proof.advance()).isEmpty();
        Instant asked = now;
        now = now.plusSeconds(1);
        positions.commit(Sink.GROUP, outcomes, 1);
        assertThat(proof.advance()).isEmpty();
        positions.commit(Sink.GROUP, outcomes, 2);
        // Then
        assertThat(proof.advance()).contains(asked);
    }

    private static Clock clock(InstantSource source) {
        return source.withZone(ZoneOffset.UTC);
    }

    private static final class FakePositions implements Positions {
        private final Map<TopicPartition, Long> ends = new HashMap<>();
        private final Map<String, Map<TopicPartition, Long>> committed = new HashMap<>();

        void commit(String group, TopicPartition partition, long offset) {
            committed.computeIfAbsent(group, each -> new HashMap<>()).put(partition, offset);
        }

        @Override
        public Map<TopicPartition, Long> ends(Collection<String> topics) {
            return ends.entrySet().stream()
                    .filter(end -> topics.contains(end.getKey().topic()))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }

        @Override
        public Map<TopicPartition, Long> committed(String group) {
            return committed.getOrDefault(group, Map.of());
        }

        @Override
        public void close() {}
    }
}
