package dev.footlights.streams.topology;

import dev.footlights.schemas.avro.FailedEvent;
import dev.footlights.schemas.avro.FailureReason;
import dev.footlights.schemas.registry.RegistryUnavailableException;
import dev.footlights.streams.state.Ledger;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Sends usable events on to the fold, and everything else to the failed events with its own bytes; enters all of them into
 * the ledger.
 */
final class ReadProcessor implements Processor<String, byte[], String, SpecificRecord> {
    /** How long the registry may be away before the thread is given up and replaced; well within the 10 s of a transaction. */
    private static final Duration REGISTRY_PATIENCE = Duration.ofSeconds(5);

    private static final long PAUSE_MILLIS = 250;

    private final EventReader reader;
    private final StreamsMetrics metrics;
    private final String version;
    private final InstantSource clock;
    private @Nullable ProcessorContext<String, SpecificRecord> context;
    private @Nullable Ledger ledger;

    ReadProcessor(EventReader reader, StreamsMetrics metrics, String version, InstantSource clock) {
        this.reader = reader;
        this.metrics = metrics;
        this.version = version;
        this.clock = clock;
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> newContext) {
        this.context = newContext;
        this.ledger = Ledger.of(newContext);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        switch (read(record)) {
            case ReadEvent.Usable(var event) -> {
                ledger().count(Ledger.Outcome.ACCEPTED, event.getReceivedAt().toEpochMilli());
                context().forward(record.withValue((SpecificRecord) event), NodeNames.FOLD);
            }
            case ReadEvent.Refused refused -> {
                book(refused, record.timestamp());
                SpecificRecord failed = failedEvent(refused, record.value());
                context().forward(record.withKey(keyOf(refused)).withValue(failed), NodeNames.FAILED_EVENTS);
            }
        }
    }

    private static @Nullable String keyOf(ReadEvent.Refused refused) {
        return refused.eventId().isEmpty() ? null : refused.eventId();
    }

    private void book(ReadEvent.Refused refused, long timestamp) {
        boolean late = isLate(refused.reason());
        metrics.count(late ? StreamsMetrics.Outcome.LATE : StreamsMetrics.Outcome.UNDECODABLE);
        long receivedAt = believable(refused.receivedAt(), timestamp);
        ledger().count(Ledger.Outcome.ACCEPTED, receivedAt);
        ledger().count(
                        late ? Ledger.Outcome.LATE : Ledger.Outcome.UNUSABLE,
                        refused.reason().name().toLowerCase(Locale.ROOT),
                        receivedAt);
    }

    /** A time the tables can hold, whatever a writer wrote: receivedAt, else the record's timestamp. */
    private long believable(long receivedAt, long timestamp) {
        long latest = clock.instant().plus(EventReader.FAR_FUTURE).toEpochMilli();
        return receivedAt > 0 && receivedAt <= latest ? receivedAt : Math.clamp(timestamp, 0, latest);
    }

    private static boolean isLate(FailureReason reason) {
        return reason == FailureReason.LATE || reason == FailureReason.PAST_RETENTION;
    }

    /** Waits for the registry when an event needs it: nothing may be skipped for that. */
    private ReadEvent read(Record<String, byte[]> record) {
        Instant givenUp = clock.instant().plus(REGISTRY_PATIENCE);
        while (true) {
            try {
                return reader.read(record.key(), record.value());
            } catch (RegistryUnavailableException e) {
                if (clock.instant().isAfter(givenUp)) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private FailedEvent failedEvent(ReadEvent.Refused refused, byte @Nullable [] value) {
        Optional<RecordMetadata> source = context().recordMetadata();
        byte[] payload = value == null ? new byte[0] : value;
        return new FailedEvent(
                refused.eventId(),
                refused.reason(),
                refused.detail(),
                "streams-processor",
                version,
                clock.instant(),
                Instant.ofEpochMilli(refused.receivedAt()),
                source.map(RecordMetadata::topic).orElse(""),
                source.map(RecordMetadata::partition).orElse(-1),
                source.map(RecordMetadata::offset).orElse(-1L),
                "usage-event",
                refused.importId(),
                ByteBuffer.wrap(payload),
                payload.length,
                "");
    }

    private Ledger ledger() {
        if (ledger == null) {
            throw new IllegalStateException("used before it was initialised");
        }
        return ledger;
    }

    private ProcessorContext<String, SpecificRecord> context() {
        if (context == null) {
            throw new IllegalStateException("used before it was initialised");
        }
        return context;
    }
}
