package dev.footlights.query.top;

import java.time.Instant;

/**
 * One item of a list within some days.
 *
 * @param name what it is called
 * @param count of what the list counts
 * @param people distinct
 * @param lastUse within the days
 */
public record Item(String name, long count, long people, Instant lastUse) {}
