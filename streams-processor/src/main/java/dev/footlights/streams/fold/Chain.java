package dev.footlights.streams.fold;

import org.jspecify.annotations.Nullable;

/**
 * What the next event of a stream, live or of one import, is read against.
 *
 * @param visit the latest navigate; null before the first
 * @param search the search that may yet be continued or have a result opened; null when there is none
 * @param session the session that starts last; null when it must be looked up
 * @param touchedAt when an event was last received, milliseconds since 1970
 */
public record Chain(
        @Nullable Visit visit,
        @Nullable Search search,
        @Nullable LatestSession session,
        long touchedAt) {
    static final Chain NEW = new Chain(null, null, null, 0);

    Chain withSearch(@Nullable Search now) {
        return new Chain(visit, now, session, touchedAt);
    }
}
