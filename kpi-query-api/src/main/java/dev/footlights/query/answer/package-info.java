/** Figures into rows: zeros, comparison, withholding, order, pages, formats. */
@NullMarked
package dev.footlights.query.answer;

import org.jspecify.annotations.NullMarked;
