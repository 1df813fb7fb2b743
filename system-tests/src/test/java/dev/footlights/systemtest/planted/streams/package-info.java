/** A miniature part for the proof that the architecture rules can fail. */
@NullMarked
package dev.footlights.systemtest.planted.streams;

import org.jspecify.annotations.NullMarked;
