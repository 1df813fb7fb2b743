@NullMarked
package dev.footlights.streams.topology;

import org.jspecify.annotations.NullMarked;
