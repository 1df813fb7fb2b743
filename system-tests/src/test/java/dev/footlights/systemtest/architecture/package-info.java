/** Which part may know which. */
@NullMarked
package dev.footlights.systemtest.architecture;

import org.jspecify.annotations.NullMarked;
