package dev.footlights.streams.sink;

import dev.footlights.streams.sink.rows.RowBinary;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** States in the tables how fresh they are, about every second while that can be proven. */
final class FreshnessWriter implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(FreshnessWriter.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final Duration WRITE_EVERY = Duration.ofSeconds(1);

    private final FreshnessProof proof;
    private final Positions positions;
    private final Tables tables;
    private final AtomicLong asOfMilliseconds = new AtomicLong();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sink-freshness").daemon().factory());

    private Instant written = Instant.EPOCH;

    FreshnessWriter(FreshnessProof proof, Positions positions, Tables tables, MeterRegistry metrics) {
        this.proof = proof;
        this.positions = positions;
        this.tables = tables;
        metrics.gauge("footlights.sink.as.of.seconds", asOfMilliseconds, each -> each.get() / 1000.0);
    }

    void start() {
        var _ = timer.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            proof.advance()
                    .filter(asOf -> !asOf.isBefore(written.plus(WRITE_EVERY)))
                    .ifPresent(this::write);
        } catch (RuntimeException e) {
            // The figures only seem older than they are; the sink's own health names what is down.
            log.atDebug().addKeyValue("reason", e.getMessage()).log("freshness not proven");
        }
    }

    private void write(Instant asOf) {
        RowBinary row = new RowBinary();
        row.string("sink");
        row.dateTime64(asOf);
        tables.insert(new Insert("freshness", List.of("source", "as_of"), row, 1));
        written = asOf;
        asOfMilliseconds.set(asOf.toEpochMilli());
    }

    @Override
    public void close() {
        timer.shutdownNow();
        positions.close();
    }
}
