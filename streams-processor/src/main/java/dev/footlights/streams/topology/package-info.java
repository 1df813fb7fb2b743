/** The topology: what is read, checked, folded and put aside, and the names of it all. */
@NullMarked
package dev.footlights.streams.topology;

import org.jspecify.annotations.NullMarked;
