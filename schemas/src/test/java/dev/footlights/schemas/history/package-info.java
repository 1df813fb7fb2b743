/** The versions of our records there ever were, and the check that they can all read each other. */
@NullMarked
package dev.footlights.schemas.history;

import org.jspecify.annotations.NullMarked;
