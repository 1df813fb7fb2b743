package dev.footlights.ingest.event;

import dev.footlights.ingest.identity.Pseudonyms;
import java.util.Optional;

/** A way in which events are sent. Formats differ in where they say things; what is made of it is the same for all. */
public sealed interface EventFormat extends Format permits NativeFormat, AdoptionInsightsFormat {
    /** Moves what the format says in places of its own to where the event has it. */
    void settle(RawEvent event, Pseudonyms pseudonyms);

    @Override
    default boolean takesOne() {
        return false;
    }

    @Override
    default Optional<String> idField() {
        return Optional.of("eventId");
    }

    @Override
    default String elements() {
        return "events";
    }
}
