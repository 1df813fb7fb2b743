package dev.footlights.ingest.http;

import dev.footlights.ingest.delivery.Connection;
import dev.footlights.ingest.delivery.FailedEvents;
import dev.footlights.ingest.delivery.InFlightBytes;
import dev.footlights.ingest.delivery.KafkaWriter;
import dev.footlights.ingest.delivery.UndeliveredException;
import dev.footlights.ingest.event.Arrival;
import dev.footlights.ingest.event.BodyException;
import dev.footlights.ingest.event.Format;
import dev.footlights.ingest.event.Intake;
import dev.footlights.ingest.event.Limits;
import dev.footlights.ingest.event.TopicRecord;
import dev.footlights.ingest.metrics.IngestMetrics;
import dev.footlights.schemas.avro.FailedEvent;
import dev.footlights.service.http.BodyReader;
import dev.footlights.service.http.Request;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a request's elements from bytes to Kafka; every format and route comes through here. It returns when everything
 * that was accepted is durable and everything refused is kept, or throws and has promised nothing.
 */
public final class Reception {
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);
    private static final int SHORTLY = 1;
    private static final int LATER = 5;

    private final Limits limits;
    private final Intake intake;
    private final FailedEvents failedEvents;
    private final InFlightBytes inFlight;
    private final IngestMetrics metrics;
    private final Supplier<Connection> connection;
    private final Supplier<Optional<String>> rosterObstacle;
    private final Clock clock;

    /**
     * @param connection as it is now
     * @param rosterObstacle why attribution would be wrong now; empty when the roster is loaded
     */
    public Reception(
            Limits limits,
            Intake intake,
            FailedEvents failedEvents,
            InFlightBytes inFlight,
            IngestMetrics metrics,
            Supplier<Connection> connection,
            Supplier<Optional<String>> rosterObstacle,
            Clock clock) {
        this.limits = limits;
        this.intake = intake;
        this.failedEvents = failedEvents;
        this.inFlight = inFlight;
        this.metrics = metrics;
        this.connection = connection;
        this.rosterObstacle = rosterObstacle;
        this.clock = clock;
    }

    Receipt receive(Request request, Format format, String importId) throws InterruptedException {
        boolean lines = MediaTypes.isLines(request, format);
        KafkaWriter writer = writer();
        try (InFlightBytes.Share share = inFlight.share()) {
            reserve(share, request.contentLength().orElse(limits.bodyBytes()));
            byte[] body = BodyReader.read(request, limits.bodyBytes(), limits.unpackedBytes());
            reserve(share, body.length);
            // Kafka and the facts keep milliseconds.
            Arrival arrival = new Arrival(clock.instant().truncatedTo(ChronoUnit.MILLIS), format, importId);
            Batch batch = read(body, lines, arrival, writer);
            write(writer, batch);
            count(batch, format);
            return batch.receipt();
        }
    }

    private KafkaWriter writer() {
        Optional<String> obstacle = rosterObstacle.get();
        if (obstacle.isPresent()) {
            throw unavailable("roster", "the roster is not loaded yet", LATER);
        }
        return switch (connection.get()) {
            case Connection.Ready ready -> ready.writer();
            case Connection.Waiting waiting -> throw unavailable("connection", "not connected to Kafka yet", LATER);
        };
    }

    private void reserve(InFlightBytes.Share share, long bytes) {
        if (!share.resize(Math.min(bytes, limits.unpackedBytes()))) {
            throw unavailable("memory", "too much is being worked on already", SHORTLY);
        }
    }

    private Batch read(byte[] body, boolean lines, Arrival arrival, KafkaWriter writer) throws InterruptedException {
        List<Intake.Taken> taken;
        try {
            taken = intake.take(body, lines, arrival);
        } catch (BodyException e) {
            if (e.kind() == BodyException.Kind.TOO_MANY_EVENTS) {
                throw Problems.tooMany(e.detail());
            }
            metrics.malformed(arrival.format().spelling());
            keep(writer, failedEvents.ofRequest(body, e.detail(), arrival));
            throw Problems.malformed(e.detail());
        }
        return Batch.of(
                taken,
                arrival.format(),
                rejected -> failedEvents.ofEvent(body, rejected.taken(), rejected.outcome(), arrival));
    }

    /** The sender is wrong whether or not Kafka is there, so the answer doesn't wait for it to come back. */
    private void keep(KafkaWriter writer, FailedEvent failed) throws InterruptedException {
        try {
            writer.write(List.of(TopicRecord.of(failed)));
        } catch (UndeliveredException e) {
            LOG.atWarn().setCause(e).log("a malformed request could not be kept");
        }
    }

    private void write(KafkaWriter writer, Batch batch) throws InterruptedException {
        if (batch.records().isEmpty()) {
            return;
        }
        long start = System.nanoTime();
        try {
            writer.write(batch.records());
        } catch (UndeliveredException e) {
            LOG.atWarn()
                    .setCause(e)
                    .addKeyValue("records", batch.records().size())
                    .log("a request could not be written");
            throw unavailable("kafka", "Kafka has not confirmed everything", LATER);
        }
        metrics.written(Duration.ofNanos(System.nanoTime() - start));
    }

    private void count(Batch batch, Format format) {
        Receipt receipt = batch.receipt();
        metrics.received(
                format.spelling(), receipt.accepted() + receipt.refused().size());
        metrics.accepted(format.spelling(), receipt.accepted());
        receipt.refused()
                .forEach(event ->
                        metrics.rejected(format.spelling(), event.rejected().code()));
        batch.repeats().forEach(sameContent -> metrics.repeated(format.spelling(), sameContent));
    }

    private RuntimeException unavailable(String cause, String detail, int retryAfterSeconds) {
        metrics.unavailable(cause);
        return Problems.unavailable(detail, retryAfterSeconds);
    }
}
