package dev.footlights.streams.sink;

import dev.footlights.service.settings.Default;
import dev.footlights.service.settings.Require;
import java.time.Duration;

/**
 * How the sink collects.
 *
 * @param enabled whether this instance runs the sink
 * @param batchRows rows after which a batch is written at once
 * @param flushInterval how long a row waits at most for its batch to fill
 */
public record SinkSettings(
        @Default("true") boolean enabled,
        @Default("50000") int batchRows,
        @Default("PT0.3S") Duration flushInterval) {

    public SinkSettings {
        Require.atLeast("batchRows", batchRows, 1);
        Require.notNegative("flushInterval", flushInterval);
    }
}
