package dev.footlights.streams.sink;

import dev.footlights.schemas.topics.Topics;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * Proves that every event acknowledged before a moment is in the tables: the streams processor has committed everything
 * that usage-events held at that moment, and afterwards the sink has committed everything that its topics held then, those
 * that ingest writes itself as well: what it acknowledged before the moment stood in them. The
 * second ends count records of open transactions, since the markers of a transaction reach its partitions one by one.
 * Not safe for several threads.
 */
final class FreshnessProof {
    private final Positions positions;
    private final Clock clock;

    private Step step = new Start();

    private sealed interface Step {}

    private record Start() implements Step {}

    private record WaitingForStreams(Instant asOf, Map<TopicPartition, Long> ends) implements Step {}

    private record WaitingForSink(Instant asOf, Map<TopicPartition, Long> ends) implements Step {}

    FreshnessProof(Positions positions, Clock clock) {
        this.positions = positions;
        this.clock = clock;
    }

    /** Takes the proof as far as it goes now; gives the proven moment when it is complete, and then begins anew. */
    Optional<Instant> advance() {
        if (step instanceof Start) {
            Instant asOf = clock.instant();
            step = new WaitingForStreams(asOf, positions.ends(List.of(Topics.USAGE_EVENTS.name())));
        }
        if (step instanceof WaitingForStreams(Instant asOf, Map<TopicPartition, Long> ends)
                && reached(ends, Topics.APPLICATION_ID)) {
            step = new WaitingForSink(asOf, positions.ends(SinkTopic.names()));
        }
        if (step instanceof WaitingForSink(Instant asOf, Map<TopicPartition, Long> ends) && reached(ends, Sink.GROUP)) {
            step = new Start();
            return Optional.of(asOf);
        }
        return Optional.empty();
    }

    private boolean reached(Map<TopicPartition, Long> ends, String group) {
        Map<TopicPartition, Long> committed = positions.committed(group);
        return ends.entrySet().stream().allMatch(end -> committed.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }
}
