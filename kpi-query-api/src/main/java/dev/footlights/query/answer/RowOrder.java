package dev.footlights.query.answer;

import dev.footlights.query.request.Order;
import java.util.Comparator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares rows; ties and rows without a value go by period, team and feature. */
final class RowOrder {
    private static final Comparator<Row> PLACE =
            Comparator.comparing(Row::start).thenComparing(Row::team).thenComparing(Row::feature);

    private RowOrder() {}

    static Comparator<Row> of(Order order) {
        return switch (order) {
            case PERIOD -> PLACE;
            case PERIOD_DESCENDING ->
                Comparator.comparing(Row::start)
                        .reversed()
                        .thenComparing(Row::team)
                        .thenComparing(Row::feature);
            case TEAM -> Comparator.comparing(Row::team).thenComparing(PLACE);
            case FEATURE -> Comparator.comparing(Row::feature).thenComparing(PLACE);
            case VALUE -> by(RowOrder::value, Comparator.reverseOrder());
            case VALUE_ASCENDING -> by(RowOrder::value, Comparator.naturalOrder());
            case CHANGE -> by(Row::change, Comparator.reverseOrder());
            case CHANGE_ASCENDING -> by(Row::change, Comparator.naturalOrder());
        };
    }

    private static @Nullable Double value(Row row) {
        Number value = row.value();
        return value == null ? null : value.doubleValue();
    }

    private static Comparator<Row> by(Function<Row, @Nullable Double> key, Comparator<Double> order) {
        return Comparator.comparing(key, Comparator.nullsLast(order)).thenComparing(PLACE);
    }
}
