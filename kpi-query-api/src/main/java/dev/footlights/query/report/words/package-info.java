/** Figures in words. */
@NullMarked
package dev.footlights.query.report.words;

import org.jspecify.annotations.NullMarked;
