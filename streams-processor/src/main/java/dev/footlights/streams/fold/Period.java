package dev.footlights.streams.fold;

import java.time.Instant;

/**
 * A period of the reporting zone.
 *
 * @param kind its length
 * @param start its first instant
 * @param key kind and start as keys begin with: {@code day|2026-11-22T00:00:00Z}
 */
public record Period(PeriodKind kind, Instant start, String key) {
    static Period of(PeriodKind kind, Instant start) {
        return new Period(kind, start, key(kind, start));
    }

    /** Also of an instant that is no period's start: a place between keys. */
    public static String key(PeriodKind kind, Instant start) {
        return kind.text() + "|" + start;
    }
}
