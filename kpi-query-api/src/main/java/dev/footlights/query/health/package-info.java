/** The books of the data: what became of every event. */
@NullMarked
package dev.footlights.query.health;

import org.jspecify.annotations.NullMarked;
