/** The embedded stack: its parts as processes, started, watched and stopped together. */
@NullMarked
package dev.footlights.local.stack;

import org.jspecify.annotations.NullMarked;
