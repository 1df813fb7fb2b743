/** What is used most: ordered lists of items, with their trends. */
@NullMarked
package dev.footlights.query.top;

import org.jspecify.annotations.NullMarked;
