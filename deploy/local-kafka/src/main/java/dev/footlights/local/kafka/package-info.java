/** A real Kafka broker in one process, for a laptop and for tests. */
@NullMarked
package dev.footlights.local.kafka;

import org.jspecify.annotations.NullMarked;
