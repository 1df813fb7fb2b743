package dev.footlights.streams.fold;

/**
 * The session of a stream that starts last; nearly every event goes there.
 *
 * @param key its key among the sessions
 * @param start milliseconds since 1970
 * @param end milliseconds since 1970
 */
public record LatestSession(String key, long start, long end) {}
