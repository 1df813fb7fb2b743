/** Random streams of events, their organisation, and what is bound to become of each. */
@NullMarked
package dev.footlights.systemtest.generated;

import org.jspecify.annotations.NullMarked;
