package dev.footlights.streams.sink;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * How the sink is doing, for health and metrics. Rows that {@code footlights_sink_rows_total} counts are stored; a
 * repeated batch counts again, so it is at least the number of distinct rows.
 */
final class SinkStatus {
    private final MeterRegistry metrics;
    private final AtomicLong lag = new AtomicLong();
    private final AtomicReference<Optional<String>> problem =
            new AtomicReference<>(Optional.of("no partitions are assigned yet"));
    private final Counter retries;
    private final Counter deadLetters;

    SinkStatus(MeterRegistry metrics) {
        this.metrics = metrics;
        this.retries = metrics.counter("footlights.sink.retries");
        this.deadLetters = metrics.counter("footlights.sink.dead.letters");
        metrics.gauge("footlights.sink.lag.records", lag);
        // A rate is told from the second scrape of a counter on: those that begin with the first row lose it.
        SinkTopic.ALL.forEach(topic -> {
            rows(topic.rows().table());
            inserts(topic.rows().table());
        });
    }

    /** What is wrong now; empty when all goes well. */
    Optional<String> problem() {
        return problem.get();
    }

    void working() {
        problem.set(Optional.empty());
    }

    void failing(String what) {
        problem.set(Optional.of(what));
        retries.increment();
    }

    void stored(Insert insert) {
        rows(insert.table()).increment(insert.count());
        inserts(insert.table()).increment();
    }

    void setAside(int records) {
        deadLetters.increment(records);
    }

    void lag(long records) {
        lag.set(records);
    }

    private Counter rows(String table) {
        return metrics.counter("footlights.sink.rows", "table", table);
    }

    private Counter inserts(String table) {
        return metrics.counter("footlights.sink.inserts", "table", table);
    }
}
