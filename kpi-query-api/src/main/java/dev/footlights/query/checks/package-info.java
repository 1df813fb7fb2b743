/** Maturity: results of checks and their movement. */
@NullMarked
package dev.footlights.query.checks;

import org.jspecify.annotations.NullMarked;
