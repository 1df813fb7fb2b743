/** How teams lie to one another. */
@NullMarked
package dev.footlights.query.teams;

import org.jspecify.annotations.NullMarked;
