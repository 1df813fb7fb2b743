/** The launcher: everything on one machine by one command. */
@NullMarked
package dev.footlights.local;

import org.jspecify.annotations.NullMarked;
