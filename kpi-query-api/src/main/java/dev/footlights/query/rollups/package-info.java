/** The rollups: what is asked of them, and a copy of those of days, weeks and months in memory. */
@NullMarked
package dev.footlights.query.rollups;

import org.jspecify.annotations.NullMarked;
