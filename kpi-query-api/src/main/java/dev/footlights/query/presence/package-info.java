/** Who was where when: what is asked of it, and a copy of the days of the reporting zone in memory. */
@NullMarked
package dev.footlights.query.presence;

import org.jspecify.annotations.NullMarked;
