package dev.footlights.ingest.event;

import java.util.Optional;

/** What a route takes and how it comes. The rest of the way, from bytes to an answer, is the same for all. */
public sealed interface Format permits EventFormat, ReportFormat {
    /** As UsageEvent.source, FailedEvent.format and metrics spell it. */
    String spelling();

    /** The key of an object's array that is taken beside a bare array; empty when only a bare array is. */
    Optional<String> wrapper();

    /** Whether a single object, neither in an array nor wrapped, is taken as one element. */
    boolean takesOne();

    /** What answers call an element's id; empty when it has none. */
    Optional<String> idField();

    /** What the elements are called, in details of refusals. */
    String elements();

    /** Whether NDJSON is taken, for which the elements need no brackets. */
    default boolean takesLines() {
        return wrapper().isPresent();
    }
}
