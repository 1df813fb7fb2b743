package dev.footlights.query.privacy;

import java.util.List;

/**
 * Figures that add up: a team and the teams just below it, or all features together and each.
 *
 * @param whole what the parts are parts of
 * @param parts in an order that depends on names alone
 * @param <C> names a figure
 */
public record Line<C>(C whole, List<C> parts) {
    public Line {
        parts = List.copyOf(parts);
    }
}
