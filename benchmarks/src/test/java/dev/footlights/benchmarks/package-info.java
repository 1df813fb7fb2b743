@NullMarked
package dev.footlights.benchmarks;

import org.jspecify.annotations.NullMarked;
