@NullMarked
package dev.footlights.streams.fold;

import org.jspecify.annotations.NullMarked;
