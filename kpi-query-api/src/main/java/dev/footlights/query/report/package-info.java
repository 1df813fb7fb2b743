/** The weekly report: a team's week in figures, read by the same code as the API's answers, and told in words. */
@NullMarked
package dev.footlights.query.report;

import org.jspecify.annotations.NullMarked;
