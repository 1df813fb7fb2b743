/** The ingest service: events in over HTTP, cleaned and attributed, out to Kafka. */
@NullMarked
package dev.footlights.ingest;

import org.jspecify.annotations.NullMarked;
