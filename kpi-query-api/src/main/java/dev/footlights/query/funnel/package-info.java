/** How many people go from step to step. */
@NullMarked
package dev.footlights.query.funnel;

import org.jspecify.annotations.NullMarked;
