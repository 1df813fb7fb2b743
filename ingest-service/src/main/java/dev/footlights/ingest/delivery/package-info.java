/** To Kafka: durable before anything is promised, and bounded. */
@NullMarked
package dev.footlights.ingest.delivery;

import org.jspecify.annotations.NullMarked;
