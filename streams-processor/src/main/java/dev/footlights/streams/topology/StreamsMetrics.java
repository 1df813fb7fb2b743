package dev.footlights.streams.topology;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * Counts what became of each event read: {@code footlights_streams_events_total} by outcome.
 *
 * <p>Every event that ingest accepted is one of folded, duplicate, late or undecodable, once it is read:
 * accepted = folded + duplicate + late + undecodable + still to be read (lag). A transaction that is aborted and read again
 * counts its events again here, though never in the facts, so the equation is exact for a run without a crash or
 * rebalance and otherwise {@code ≤}.
 */
public final class StreamsMetrics {
    /** What may become of an event. */
    public enum Outcome {
        FOLDED("folded"),
        DUPLICATE("duplicate"),
        /** Occurred too long before it was received; in failed-events. */
        LATE("late"),
        /** No event that can be counted; in failed-events. */
        UNDECODABLE("undecodable");

        private final String tag;

        Outcome(String tag) {
            this.tag = tag;
        }
    }

    private final Map<Outcome, Counter> outcomes = new EnumMap<>(Outcome.class);
    private final Counter unlistedFeatures;
    private final Counter expired;

    public StreamsMetrics(MeterRegistry registry) {
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(
                    outcome,
                    Counter.builder("footlights.streams.events")
                            .description("Events read from usage-events, by what became of them")
                            .tag("outcome", outcome.tag)
                            .register(registry));
        }
        unlistedFeatures = Counter.builder("footlights.streams.features.over.limit")
                .description("Events whose feature is called other, as there are too many names without a rule")
                .register(registry);
        expired = Counter.builder("footlights.streams.state.expired")
                .description("Entries of state removed as older than state.retention")
                .register(registry);
    }

    void count(Outcome outcome) {
        Objects.requireNonNull(outcomes.get(outcome)).increment();
    }

    void unlistedFeature() {
        unlistedFeatures.increment();
    }

    void expired(int entries) {
        expired.increment(entries);
    }
}
