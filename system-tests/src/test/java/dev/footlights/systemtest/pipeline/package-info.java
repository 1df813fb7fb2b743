/** The stack under test, and the ways to speak to it. */
@NullMarked
package dev.footlights.systemtest.pipeline;

import org.jspecify.annotations.NullMarked;
