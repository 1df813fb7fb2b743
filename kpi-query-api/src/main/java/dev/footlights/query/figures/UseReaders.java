package dev.footlights.query.figures;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;

/** Readers of the KPIs about what people do: features, golden paths, finding. */
final class UseReaders {
    private static final BigDecimal MICRO_MINUTES_OF_HOUR = BigDecimal.valueOf(60_000_000);

    private UseReaders() {}

    static Map<String, KpiReader> of(ReaderParts parts) {
        return Map.ofEntries(
                Map.entry("events", new ActivityCount(parts, Column.EVENTS)),
                Map.entry("page-views", new ActivityCount(parts, Column.VIEWS)),
                Map.entry("interactions", new ActivityCount(parts, Column.INTERACTIONS)),
                Map.entry("template-runs", new ActivityCount(parts, Column.TEMPLATE_RUNS)),
                Map.entry(
                        "minutes-saved",
                        new ActivityCount(
                                parts, Column.SAVED_MICRO_MINUTES, row -> Figure.micro(row.people(), row.amount()))),
                Map.entry("money-saved", moneySaved(parts)),
                Map.entry("searches", new ActivityCount(parts, Column.SEARCHES)),
                Map.entry("zero-result-searches", new ActivityCount(parts, Column.ZERO_RESULT_SEARCHES)),
                Map.entry("result-rank", new Ranks(parts)),
                Map.entry("docs-not-found", ActionCount.of(parts, "not-found")),
                Map.entry("zero-result-rate", new ActivityShare(parts, Column.ZERO_RESULT_SEARCHES, Column.SEARCHES)),
                Map.entry("search-success-rate", new ActivityShare(parts, Column.OPENED_SEARCHES, Column.SEARCHES)));
    }

    /** Exact as long as it has no more than 34 digits. */
    private static KpiReader moneySaved(ReaderParts parts) {
        BigDecimal hourlyRate = BigDecimal.valueOf(parts.settings().money().hourlyRate());
        return new ActivityCount(
                parts,
                Column.SAVED_MICRO_MINUTES,
                row -> Figure.decimal(
                        row.people(),
                        BigDecimal.valueOf(row.amount())
                                .multiply(hourlyRate)
                                .divide(MICRO_MINUTES_OF_HOUR, MathContext.DECIMAL128)));
    }
}
