package dev.footlights.query.top;

import java.util.Comparator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** In which order items come, the largest or latest first; ties go by name, and so do those that are named only, which come last. */
public enum TopOrder {
    COUNT,
    PEOPLE,
    LAST_USE,
    /** Of the count over as many days before; where that is withheld they come last of those that are told. */
    GROWTH;

    public Comparator<TopRow> comparator() {
        Comparator<TopRow> order = switch (this) {
            case COUNT ->
                largest(row -> row.item() == null ? null : (Long) row.item().count());
            case PEOPLE ->
                largest(row -> row.item() == null ? null : (Long) row.item().people());
            case LAST_USE ->
                largest(row -> row.item() == null ? null : row.item().lastUse());
            case GROWTH -> largest(TopRow::growth);
        };
        return Comparator.comparing((TopRow row) -> row.item() == null)
                .thenComparing(order)
                .thenComparing(TopRow::name);
    }

    private static <T extends Comparable<? super T>> Comparator<TopRow> largest(Function<TopRow, @Nullable T> value) {
        return Comparator.comparing(value, Comparator.nullsLast(Comparator.reverseOrder()));
    }
}
