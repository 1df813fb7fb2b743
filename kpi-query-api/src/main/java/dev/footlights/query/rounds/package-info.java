/** What people do now and then, and at which times that may be told. */
@NullMarked
package dev.footlights.query.rounds;

import org.jspecify.annotations.NullMarked;
