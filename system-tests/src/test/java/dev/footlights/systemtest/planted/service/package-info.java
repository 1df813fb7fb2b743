/** A miniature part for the proof that the architecture rules can fail. */
@NullMarked
package dev.footlights.systemtest.planted.service;

import org.jspecify.annotations.NullMarked;
