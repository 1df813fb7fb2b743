package dev.footlights.query.rollups;

import dev.footlights.query.period.Granularity;
import java.time.Instant;

/**
 * Rollups of one kind, one after the other.
 *
 * @param from start of the first
 * @param to end of the last
 */
public record RollupRange(Granularity kind, Instant from, Instant to) {}
