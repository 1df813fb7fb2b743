package dev.footlights.streams.sink;

import java.time.Duration;

/**
 * How the sink collects.
 *
 * @param enabled whether this instance runs the sink
 * @param batchRows rows after which a batch is written at once
 * @param flushInterval how long a row waits at most for its batch to fill
 */
public record SinkSettings(boolean enabled, int batchRows, Duration flushInterval) {
    public SinkSettings {
        if (batchRows < 1) {
            throw new IllegalArgumentException("sink.batch-rows must be at least 1");
        }
        if (flushInterval.isNegative()) {
            throw new IllegalArgumentException("sink.flush-interval must not be negative");
        }
    }
}
