package dev.footlights.query.top;

import org.jspecify.annotations.Nullable;

/**
 * An item that may be named, as enough people used it.
 *
 * @param decided name by which it is decided about the item
 * @param item what is told of it; null when it is named only, as what is told could be subtracted from what is told of other days
 *     or teams
 * @param previous count in as many days before; null when withheld or not asked
 * @param previousWithheld whether it is kept back, because it or what would tell it is about too few people
 */
public record TopRow(
        String name,
        String decided,
        @Nullable Item item,
        @Nullable Long previous,
        boolean previousWithheld) {
    /** Growth over the days before; null when that can't be told. */
    @Nullable
    Long growth() {
        return item == null || previous == null ? null : (Long) (item.count() - previous);
    }
}
