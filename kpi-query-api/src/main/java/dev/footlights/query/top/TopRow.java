package dev.footlights.query.top;

import org.jspecify.annotations.Nullable;

/**
 * An item that may be named.
 *
 * @param previous count in as many days before; null when withheld or not asked
 * @param previousWithheld whether it is kept back, because it or what would tell it is about too few people
 */
public record TopRow(Item item, @Nullable Long previous, boolean previousWithheld) {
    /** Growth over the days before; null when that can't be told. */
    @Nullable
    Long growth() {
        return previous == null ? null : item.count() - previous;
    }
}
