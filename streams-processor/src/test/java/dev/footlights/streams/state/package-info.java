/** The stores as the fold sees them. */
@NullMarked
package dev.footlights.streams.state;

import org.jspecify.annotations.NullMarked;
