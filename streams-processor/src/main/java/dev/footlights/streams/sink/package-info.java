/** Carries the published facts from Kafka into ClickHouse, at least once; the tables make repetitions harmless. */
@NullMarked
package dev.footlights.streams.sink;

import org.jspecify.annotations.NullMarked;
