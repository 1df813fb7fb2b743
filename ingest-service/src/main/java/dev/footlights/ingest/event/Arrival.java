package dev.footlights.ingest.event;

import java.time.Instant;

/**
 * How a request's elements came in.
 *
 * @param receivedAt when, by our clock
 * @param format in which they were sent
 * @param importId the batch of history they belong to; empty for live events
 */
public record Arrival(Instant receivedAt, Format format, String importId) {
    public boolean imported() {
        return !importId.isEmpty();
    }
}
