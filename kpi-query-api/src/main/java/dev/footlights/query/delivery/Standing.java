package dev.footlights.query.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How a delivery stands, worked out from what is written down of it. */
sealed interface Standing {
    /**
     * It may be tried.
     *
     * @param attempt number of the next attempt, from 1
     */
    record Open(int attempt) implements Standing {}

    /** It failed, and is tried again later. */
    record Waiting(int attempt, Instant until, String detail) implements Standing {}

    /** Somebody is at it. */
    record Claimed(int attempt, Instant since) implements Standing {}

    /** Somebody was at it and is gone without a word, or nobody knows whether it arrived. It isn't tried again by itself. */
    record Unknown(int attempt, String detail, boolean written) implements Standing {}

    record Delivered(int attempt) implements Standing {}

    /** It won't be tried again by itself. */
    record GivenUp(int attempt, String detail) implements Standing {}

    /**
     * Works it out.
     *
     * @param rows of one delivery, in the order of time
     */
    static Standing of(List<DeliveryRows.Row> rows, Duration unknownAfter) {
        Set<String> withdrawn = new HashSet<>();
        rows.stream().filter(row -> row.event().equals("withdrawn")).forEach(row -> withdrawn.add(row.token()));
        List<DeliveryRows.Row> standing = rows.stream()
                .filter(row -> !(row.event().equals("claimed") && withdrawn.contains(row.token())))
                .filter(row -> !row.event().equals("withdrawn"))
                .toList();
        int attempt =
                standing.stream().mapToInt(DeliveryRows.Row::attempt).max().orElse(0);
        if (attempt == 0) {
            return new Open(1);
        }
        List<DeliveryRows.Row> last =
                standing.stream().filter(row -> row.attempt() == attempt).toList();
        if (has(last, "again")) {
            return new Open(attempt + 1);
        }
        if (has(last, "delivered")) {
            return new Delivered(attempt);
        }
        DeliveryRows.Row row = last.getLast();
        return switch (row.event()) {
            case "refused" -> new GivenUp(attempt, row.detail());
            case "failed" ->
                row.now().isBefore(row.retryAt())
                        ? new Waiting(attempt, row.retryAt(), row.detail())
                        : new Open(attempt + 1);
            case "unknown" -> new Unknown(attempt, row.detail(), true);
            default ->
                row.at().plus(unknownAfter).isBefore(row.now())
                        ? new Unknown(attempt, "the service ended before it knew what became of it", false)
                        : new Claimed(attempt, row.at());
        };
    }

    private static boolean has(List<DeliveryRows.Row> rows, String event) {
        return rows.stream().anyMatch(row -> row.event().equals(event));
    }
}
