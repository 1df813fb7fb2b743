/** What and who is not active. */
@NullMarked
package dev.footlights.query.inactive;

import org.jspecify.annotations.NullMarked;
