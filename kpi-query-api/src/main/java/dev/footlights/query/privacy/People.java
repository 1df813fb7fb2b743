package dev.footlights.query.privacy;

import java.util.Collection;
import java.util.Map;

/**
 * Whom figures are about.
 *
 * @param <C> names a figure
 */
public interface People<C> {
    /** How many people a figure is about; 0 when it isn't known. */
    long of(C figure);

    /** How many different people some figures are about together, or fewer when that isn't known. */
    long together(Collection<C> figures);

    /** By their numbers alone: people of one figure may be those of another. */
    static <C> People<C> counted(Map<C, Long> counts) {
        return new People<>() {
            @Override
            public long of(C figure) {
                return counts.getOrDefault(figure, 0L);
            }

            @Override
            public long together(Collection<C> figures) {
                return figures.stream().mapToLong(this::of).max().orElse(0);
            }
        };
    }
}
