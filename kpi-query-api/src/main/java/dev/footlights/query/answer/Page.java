package dev.footlights.query.answer;

import dev.footlights.query.request.Layout;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/**
 * A part of a list.
 *
 * @param total rows of the whole list
 * @param nextOffset where the next page begins; empty on the last
 */
public record Page<R>(List<R> rows, int total, OptionalInt nextOffset) {
    /** The rows of an answer in the asked order, cut to the asked page. */
    public static Page<Row> of(Answer answer, Layout layout) {
        Comparator<Row> order = RowOrder.of(layout.order());
        return cut(answer.rows().stream().sorted(order).toList(), layout.limit(), layout.offset());
    }

    /** A page of a list that is in order already. */
    public static <R> Page<R> cut(List<R> all, int limit, int offset) {
        int from = Math.min(offset, all.size());
        int to = (int) Math.min((long) from + limit, all.size());
        return new Page<>(
                all.subList(from, to), all.size(), to < all.size() ? OptionalInt.of(to) : OptionalInt.empty());
    }
}
