/** What the service counts. */
@NullMarked
package dev.footlights.ingest.metrics;

import org.jspecify.annotations.NullMarked;
