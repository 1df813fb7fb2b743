/** How a stretch of days is cut into periods. Pure. */
@NullMarked
package dev.footlights.query.period;

import org.jspecify.annotations.NullMarked;
