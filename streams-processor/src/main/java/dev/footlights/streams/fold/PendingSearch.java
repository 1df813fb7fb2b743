package dev.footlights.streams.fold;

/**
 * A search that is counted when its person does nothing more for a moment.
 *
 * @param arrivedAt by this process's clock, milliseconds since 1970
 */
public record PendingSearch(String actor, String importId, long arrivedAt) {}
