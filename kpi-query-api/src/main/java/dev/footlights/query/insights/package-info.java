/** The queries of the Adoption Insights dashboard, in its own shapes. */
@NullMarked
package dev.footlights.query.insights;

import org.jspecify.annotations.NullMarked;
