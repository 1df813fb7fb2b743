/** One line per event, with values that can't break out of their field. */
@NullMarked
package dev.footlights.service.logging;

import org.jspecify.annotations.NullMarked;
