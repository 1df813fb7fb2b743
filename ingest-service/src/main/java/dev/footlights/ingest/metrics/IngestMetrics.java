package dev.footlights.ingest.metrics;

import dev.footlights.ingest.delivery.InFlightBytes;
import dev.footlights.ingest.event.Formats;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/**
 * What ingest counts. For each format, at any time:
 *
 * <pre>
 * footlights_ingest_received_total = footlights_ingest_accepted_total + sum by reason of footlights_ingest_rejected_total
 * records on the format's topic ≥ footlights_ingest_accepted_total − footlights_ingest_repeated_total
 * </pre>
 *
 * The topic is usage-events for events, template-outcomes and check-results for those. Elements are counted once their answer is certain. Those of a request answered 503 are promised nothing and counted
 * nowhere; some of them may be on the topic, which is why the second line has no equals sign.
 */
public final class IngestMetrics {
    private static final String FORMAT = "format";

    private final MeterRegistry registry;
    private final Timer written;

    public IngestMetrics(MeterRegistry registry, InFlightBytes inFlight) {
        this.registry = registry;
        this.written = Timer.builder("footlights.ingest.write")
                .description("From a request's first record sent to its last one confirmed by Kafka")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        Gauge.builder("footlights.ingest.inflight.bytes", inFlight, InFlightBytes::used)
                .description("Bytes of requests in memory")
                .register(registry);
        // A rate is told from the second scrape of a counter on: those that begin with the first event lose it.
        Formats.ALL.forEach(format -> {
            received(format.spelling(), 0);
            accepted(format.spelling(), 0);
        });
    }

    public void received(String format, int events) {
        counter("footlights.ingest.received", "Events and reports of requests that were answered", FORMAT, format)
                .increment(events);
    }

    public void accepted(String format, int events) {
        counter("footlights.ingest.accepted", "Events and reports that Kafka has", FORMAT, format)
                .increment(events);
    }

    public void rejected(String format, String reason) {
        counter("footlights.ingest.rejected", "Events and reports refused", FORMAT, format, "reason", reason)
                .increment();
    }

    /** What came under the same identity before in the same request: accepted, written once. */
    public void repeated(String format, boolean sameContent) {
        String content = sameContent ? "same" : "other";
        counter(
                        "footlights.ingest.repeated",
                        "Events and reports that came twice in a request; of events the first counts, of reports the last",
                        FORMAT,
                        format,
                        "content",
                        content)
                .increment();
    }

    /** A body of which nothing could be read. */
    public void malformed(String format) {
        counter("footlights.ingest.malformed", "Requests of which nothing could be read", FORMAT, format)
                .increment();
    }

    /**
     * A request answered 503.
     *
     * @param cause why, one of a few words
     */
    public void unavailable(String cause) {
        counter("footlights.ingest.unavailable", "Requests answered 503", "cause", cause)
                .increment();
    }

    public void written(Duration took) {
        written.record(took);
    }

    private Counter counter(String name, String description, String... tags) {
        return Counter.builder(name).description(description).tags(tags).register(registry);
    }
}
