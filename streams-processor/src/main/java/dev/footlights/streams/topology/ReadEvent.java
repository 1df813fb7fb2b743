package dev.footlights.streams.topology;

import dev.footlights.schemas.avro.FailureReason;
import dev.footlights.schemas.avro.UsageEvent;

/** What a record of usage-events turned out to be. */
sealed interface ReadEvent {
    /** An event to fold. */
    record Usable(UsageEvent event) implements ReadEvent {}

    /**
     * Nothing that can be counted.
     *
     * @param eventId empty when even that is unknown
     * @param detail in words, without the person's data
     * @param receivedAt milliseconds since 1970; 0 when unknown
     */
    record Refused(FailureReason reason, String eventId, String detail, String importId, long receivedAt)
            implements ReadEvent {}
}
