/** Sends the weekly report by a schedule: a digest for the organisation, and for each team lead one of their team. */
@NullMarked
package dev.footlights.query.digest;

import org.jspecify.annotations.NullMarked;
