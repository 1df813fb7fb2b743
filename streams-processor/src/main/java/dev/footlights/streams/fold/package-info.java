/**
 * What an event does to the facts. Nothing here knows Kafka: the state is reached through {@link
 * dev.footlights.streams.fold.Table}s, so the same code runs over stores, over maps in tests, and in any order.
 */
@NullMarked
package dev.footlights.streams.fold;

import org.jspecify.annotations.NullMarked;
