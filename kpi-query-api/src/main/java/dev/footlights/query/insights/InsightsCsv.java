package dev.footlights.query.insights;

import dev.footlights.query.answer.CsvAnswer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of an answer as CSV; a trend is one cell of {@code date=count} separated by spaces. */
public final class InsightsCsv {
    private InsightsCsv() {}

    public static String of(Insights insights) {
        StringBuilder csv = new StringBuilder(String.join(",", insights.columns())).append("\r\n");
        insights.rows()
                .forEach(row -> csv.append(insights.columns().stream()
                                .map(column -> cell(row.get(column)))
                                .collect(Collectors.joining(",")))
                        .append("\r\n"));
        return csv.toString();
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> number.toString();
            case List<?> points ->
                CsvAnswer.cell(points.stream().map(InsightsCsv::point).collect(Collectors.joining(" ")));
            default -> CsvAnswer.cell(value.toString());
        };
    }

    private static String point(@Nullable Object point) {
        return point instanceof Map<?, ?> bucket ? bucket.get("date") + "=" + bucket.get("count") : "";
    }
}
