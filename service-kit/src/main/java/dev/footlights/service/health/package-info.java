/** Liveness and readiness. */
@NullMarked
package dev.footlights.service.health;

import org.jspecify.annotations.NullMarked;
