/** What people do now and then, and when the time of that may be cut. */
@NullMarked
package dev.footlights.query.rounds;

import org.jspecify.annotations.NullMarked;
