package dev.footlights.query.figures;

import java.time.Instant;

/**
 * Where a figure belongs.
 *
 * @param feature {@code *} for all features
 * @param start of the period, as asked
 */
public record Cell(String team, String feature, Instant start) {}
