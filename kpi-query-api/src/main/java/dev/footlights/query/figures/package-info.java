/** Which tables a KPI is read from, and the figures found. */
@NullMarked
package dev.footlights.query.figures;

import org.jspecify.annotations.NullMarked;
