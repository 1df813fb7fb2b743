/** Reads usage events from Kafka and keeps facts and rollups of them, exactly once. */
@NullMarked
package dev.footlights.streams;

import org.jspecify.annotations.NullMarked;
