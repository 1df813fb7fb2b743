/**
 * Avro over Kafka in the Confluent wire format: the client of a schema registry, the serde, and the registration of our own schemas.
 *
 * <p>Only {@code footlights schemas register} writes to a registry; everything else looks schemas up.
 */
@NullMarked
package dev.footlights.schemas.registry;

import org.jspecify.annotations.NullMarked;
