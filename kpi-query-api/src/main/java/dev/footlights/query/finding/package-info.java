/** What people search for and whether they find it. */
@NullMarked
package dev.footlights.query.finding;

import org.jspecify.annotations.NullMarked;
