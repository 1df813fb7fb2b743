/** Who was where on which days of the reporting zone, in memory. */
@NullMarked
package dev.footlights.query.presence;

import org.jspecify.annotations.NullMarked;
