package dev.footlights.query.report;

import dev.footlights.query.report.document.Block;
import dev.footlights.query.report.document.Chart;
import dev.footlights.query.report.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;

/** Charts of the last weeks. */
final class TrendCharts {
    private TrendCharts() {}

    static Optional<Block> people(WeeklyReport report) {
        return chart(
                "People in the portal, week by week",
                report.people(),
                Words::number,
                value -> Words.people(Math.round(value)));
    }

    static Optional<Block> saved(WeeklyReport report) {
        return chart("Time saved by templates, week by week", report.saved(), Words::hours, Words::duration);
    }

    private static Optional<Block> chart(
            String title, List<WeeklyReport.Point> points, DoubleFunction<String> label, DoubleFunction<String> alt) {
        boolean anything = points.stream().anyMatch(point -> {
            Number value = point.value();
            return value != null && value.doubleValue() != 0;
        });
        if (points.size() < 2 || !anything) {
            return Optional.empty();
        }
        List<Chart.Column> columns = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (WeeklyReport.Point point : points) {
            Number value = point.value();
            columns.add(new Chart.Column(
                    "W" + point.week().week(),
                    value == null ? null : value.doubleValue(),
                    value == null ? "" : label.apply(value.doubleValue())));
            told.add("week " + point.week().week() + " "
                    + (value != null ? alt.apply(value.doubleValue()) : point.withheld() ? "not told" : "nothing"));
        }
        return Optional.of(
                new Block.Picture(new Chart.Columns(title, columns), title + ": " + String.join(", ", told) + "."));
    }
}
