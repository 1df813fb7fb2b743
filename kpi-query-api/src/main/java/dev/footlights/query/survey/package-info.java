/** Pulse surveys, never about fewer people than the floor. */
@NullMarked
package dev.footlights.query.survey;

import org.jspecify.annotations.NullMarked;
