package dev.footlights.query.answer;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers as CSV (RFC 4180), safe to open in a spreadsheet. */
public final class CsvAnswer {
    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    private CsvAnswer() {}

    /** Header and rows; {@code previous} is empty when it wasn't asked. */
    public static String of(List<Row> rows) {
        StringBuilder csv = new StringBuilder("period,team,feature,value,previous,withheld,partial\r\n");
        rows.forEach(row -> csv.append(line(row)).append("\r\n"));
        return csv.toString();
    }

    private static String line(Row row) {
        return List.of(
                        cell(row.period()),
                        cell(row.team()),
                        cell(row.feature()),
                        number(row.value()),
                        number(row.previous()),
                        Boolean.toString(row.withheld()),
                        Boolean.toString(row.partial()))
                .stream()
                .collect(Collectors.joining(","));
    }

    /** Text that a spreadsheet would take for a formula gets an apostrophe before it. */
    public static String cell(String text) {
        String safe = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.chars().anyMatch(character -> ",\"\r\n".indexOf(character) >= 0)
                ? "\"" + safe.replace("\"", "\"\"") + "\""
                : safe;
    }

    private static String number(@Nullable Number number) {
        if (number == null) {
            return "";
        }
        return number instanceof BigDecimal decimal ? decimal.toPlainString() : number.toString();
    }
}
