/** How fast it is, measured: a table a person can read, made again by one command. */
@NullMarked
package dev.footlights.benchmarks;

import org.jspecify.annotations.NullMarked;
