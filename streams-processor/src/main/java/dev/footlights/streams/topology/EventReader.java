package dev.footlights.streams.topology;

import dev.footlights.schemas.avro.FailureReason;
import dev.footlights.schemas.avro.UsageEvent;
import dev.footlights.schemas.registry.UndecodableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.regex.Pattern;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a record of usage-events and decides whether it can be counted. Ingest has checked all of this for the events it
 * took; other writers and old records may not have.
 */
final class EventReader {
    /** Ingest allows minutes; beyond a day it did not come through ingest, and would spoil the state's sense of time. */
    static final Duration FAR_FUTURE = Duration.ofDays(1);

    private static final Pattern ACTOR =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final Deserializer<UsageEvent> deserializer;
    private final String topic;
    private final Duration lateAfter;
    private final Duration retention;
    private final InstantSource clock;

    /**
     * @param lateAfter how old a live event may be when it is received
     * @param retention how old an imported one may be
     */
    EventReader(
            Deserializer<UsageEvent> deserializer,
            String topic,
            Duration lateAfter,
            Duration retention,
            InstantSource clock) {
        this.deserializer = deserializer;
        this.topic = topic;
        this.lateAfter = lateAfter;
        this.retention = retention;
        this.clock = clock;
    }

    /** @throws dev.footlights.schemas.registry.RegistryException when the registry can't say what wrote the value */
    ReadEvent read(@Nullable String key, byte @Nullable [] value) {
        if (value == null) {
            return undecodable("the record has no value");
        }
        UsageEvent event;
        try {
            event = deserializer.deserialize(topic, value);
        } catch (UndecodableException e) {
            return undecodable(String.valueOf(e.getMessage()));
        }
        String problem = problem(key, event);
        if (problem != null) {
            return refused(FailureReason.UNDECODABLE, event, problem);
        }
        return inTime(event);
    }

    private @Nullable String problem(@Nullable String key, UsageEvent event) {
        if (event.getEventId().isEmpty()) {
            return "the event has no id";
        }
        if (!ACTOR.matcher(event.getActor()).matches()) {
            return "the actor is no lower-case UUID";
        }
        if (!event.getActor().equals(key)) {
            return key == null ? "the record has no key" : "the key is not the event's actor";
        }
        if (!event.getReceivedAt().isAfter(Instant.EPOCH)) {
            return "the event has no receivedAt";
        }
        if (event.getReceivedAt().isAfter(clock.instant().plus(FAR_FUTURE))) {
            return "receivedAt lies more than a day ahead";
        }
        return null;
    }

    private ReadEvent inTime(UsageEvent event) {
        Instant occurredAt = event.getOccurredAt();
        Instant receivedAt = event.getReceivedAt();
        if (occurredAt.isAfter(receivedAt.plus(FAR_FUTURE))) {
            return refused(
                    FailureReason.OCCURRED_AT_IN_FUTURE, event, "occurredAt lies more than a day after receivedAt");
        }
        if (event.getImportId().isEmpty()) {
            return occurredAt.isBefore(receivedAt.minus(lateAfter))
                    ? refused(FailureReason.LATE, event, "occurred more than " + lateAfter + " before it was received")
                    : new ReadEvent.Usable(event);
        }
        return occurredAt.isBefore(receivedAt.minus(retention))
                ? refused(FailureReason.PAST_RETENTION, event, "imported history goes back at most " + retention)
                : new ReadEvent.Usable(event);
    }

    private static ReadEvent undecodable(String detail) {
        return new ReadEvent.Refused(FailureReason.UNDECODABLE, "", detail, "", 0);
    }

    private static ReadEvent refused(FailureReason reason, UsageEvent event, String detail) {
        return new ReadEvent.Refused(
                reason,
                event.getEventId(),
                detail,
                event.getImportId(),
                event.getReceivedAt().toEpochMilli());
    }
}
