@NullMarked
package dev.footlights.streams;

import org.jspecify.annotations.NullMarked;
