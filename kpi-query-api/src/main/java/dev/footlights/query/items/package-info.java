/** Which items of lists are told of some days, when they may be asked of all others too. */
@NullMarked
package dev.footlights.query.items;

import org.jspecify.annotations.NullMarked;
