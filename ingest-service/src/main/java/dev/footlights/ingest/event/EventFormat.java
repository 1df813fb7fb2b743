package dev.footlights.ingest.event;

import dev.footlights.ingest.identity.Pseudonyms;

/** A way in which events are sent. Formats differ in where they say things; what is made of it is the same for all. */
public sealed interface EventFormat permits NativeFormat, AdoptionInsightsFormat {
    /** As UsageEvent.source and metrics spell it. */
    String name();

    /** Whether {@code {"events": […]}} is taken beside a bare array. */
    boolean takesWrapper();

    /** Moves what the format says in places of its own to where the event has it. */
    void settle(RawEvent event, Pseudonyms pseudonyms);
}
