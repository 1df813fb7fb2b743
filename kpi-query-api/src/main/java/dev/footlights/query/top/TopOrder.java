package dev.footlights.query.top;

import java.util.Comparator;

/** In which order items come, the largest or latest first; ties go by name. */
public enum TopOrder {
    COUNT,
    PEOPLE,
    LAST_USE,
    /** Of the count over as many days before; where that is withheld they come last. */
    GROWTH;

    public Comparator<TopRow> comparator() {
        Comparator<TopRow> order = switch (this) {
            case COUNT -> Comparator.comparing((TopRow row) -> row.item().count(), Comparator.reverseOrder());
            case PEOPLE -> Comparator.comparing((TopRow row) -> row.item().people(), Comparator.reverseOrder());
            case LAST_USE -> Comparator.comparing((TopRow row) -> row.item().lastUse(), Comparator.reverseOrder());
            case GROWTH -> Comparator.comparing(TopRow::growth, Comparator.nullsLast(Comparator.reverseOrder()));
        };
        return order.thenComparing(row -> row.item().name());
    }
}
