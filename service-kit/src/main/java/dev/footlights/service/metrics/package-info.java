/** Prometheus metrics. */
@NullMarked
package dev.footlights.service.metrics;

import org.jspecify.annotations.NullMarked;
