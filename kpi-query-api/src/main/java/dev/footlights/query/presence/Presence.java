package dev.footlights.query.presence;

import dev.footlights.query.figures.Scope;
import dev.footlights.query.period.Period;
import dev.footlights.query.store.Placeholders;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Who was where in which stretch of time: the source of all queries that count people. Whole UTC days are looked up in
 * the bits of months, what is left at the edges of stretches in the bits of days. The calendar stays in Java; ClickHouse
 * joins its pieces. A person may come several times for one stretch. The tables hold a row for all features together too.
 */
public record Presence(Scope scope, Pieces pieces) {
    /** The start that a month is asked about for; {@link #startsOfMonths} are its values. */
    static final String START_OF_MONTH =
            "transform(toUInt16(month), CAST(?, 'Array(UInt16)'), CAST(?, 'Array(UInt32)'), toUInt32(0))";

    /** One stretch for each period, marked by its start, part 0. */
    public static Presence of(Scope scope, List<Period> periods) {
        Pieces pieces = new Pieces();
        periods.forEach(period ->
                pieces.add(period.start(), period.end(), period.start().getEpochSecond(), 0));
        return new Presence(scope, pieces);
    }

    /** A table expression with the columns team, feature, actor, start and part. */
    String sql() {
        List<String> sources = new ArrayList<>();
        if (!pieces.months().isEmpty()) {
            sources.add(
                    "SELECT team, feature, actor, start, part FROM presence_months INNER JOIN ("
                            + "SELECT toDate(piece.1) AS month, piece.2 AS asked, piece.3 AS start, piece.4 AS part FROM"
                            + " (SELECT arrayJoin(CAST(?, 'Array(Tuple(UInt16, UInt32, UInt32, UInt32))')) AS piece)"
                            + ") AS pieces USING (month) WHERE " + scoped()
                            + " AND month IN (SELECT toDate(arrayJoin(CAST(?, 'Array(UInt16)')))) AND bitAnd(days, asked) != 0");
        }
        if (!pieces.days().isEmpty()) {
            sources.add("SELECT team, feature, actor, start, part FROM presence_days INNER JOIN ("
                    + "SELECT toDate(piece.1) AS day, piece.2 AS asked_early, piece.3 AS asked_late, piece.4 AS start,"
                    + " piece.5 AS part FROM"
                    + " (SELECT arrayJoin(CAST(?, 'Array(Tuple(UInt16, UInt64, UInt64, UInt32, UInt32))')) AS piece)"
                    + ") AS pieces USING (day) WHERE " + scoped()
                    + " AND day IN (SELECT toDate(arrayJoin(CAST(?, 'Array(UInt16)'))))"
                    + " AND (bitAnd(early, asked_early) != 0 OR bitAnd(late, asked_late) != 0)");
        }
        return "(" + String.join(" UNION ALL ", sources) + ")";
    }

    /**
     * Whether each month is asked about once, so that nothing needs to be joined.
     */
    boolean isWholeMonths() {
        return pieces.isWholeMonths();
    }

    /** The only start, when there is just one. */
    OptionalLong onlyStart() {
        return isWholeMonths()
                        && pieces.months().stream()
                                        .map(Pieces.Month::start)
                                        .distinct()
                                        .count()
                                == 1
                ? OptionalLong.of(pieces.months().getFirst().start())
                : OptionalLong.empty();
    }

    /**
     * The same rows of whole months, in the order of the table: what {@code FROM} and {@code WHERE} select.
     * {@link #monthValues} are its values.
     */
    String monthsSql() {
        return "presence_months WHERE " + scoped()
                + " AND month IN (SELECT toDate(arrayJoin(CAST(?, 'Array(UInt16)'))))"
                + " AND bitAnd(days, transform(toUInt16(month), CAST(?, 'Array(UInt16)'), CAST(?, 'Array(UInt32)'), toUInt32(0))) != 0";
    }

    List<Object> monthValues() {
        String months = monthsText();
        List<Object> values = new ArrayList<>(scope.teams());
        values.addAll(scope.features());
        values.addAll(List.of(
                months,
                months,
                text(pieces.months().stream()
                        .map(month -> Long.toString(month.days()))
                        .toList())));
        return values;
    }

    List<Object> startsOfMonths() {
        return List.of(
                monthsText(),
                text(pieces.months().stream()
                        .map(month -> Long.toString(month.start()))
                        .toList()));
    }

    private String monthsText() {
        return text(pieces.months().stream()
                .map(month -> Long.toString(month.month()))
                .distinct()
                .toList());
    }

    /** Whose use of what, as a condition. */
    String scoped() {
        return "team IN " + Placeholders.in(scope.teams().size()) + " AND feature IN "
                + Placeholders.in(scope.features().size());
    }

    List<Object> values() {
        List<Object> values = new ArrayList<>();
        if (!pieces.months().isEmpty()) {
            values.add(text(pieces.months().stream().map(Pieces.Month::text).toList()));
            values.addAll(scope.teams());
            values.addAll(scope.features());
            values.add(monthsText());
        }
        if (!pieces.days().isEmpty()) {
            values.add(text(pieces.days().stream().map(Pieces.Day::text).toList()));
            values.addAll(scope.teams());
            values.addAll(scope.features());
            values.add(text(pieces.days().stream()
                    .map(day -> Long.toString(day.day()))
                    .distinct()
                    .toList()));
        }
        return values;
    }

    private static String text(List<String> elements) {
        return elements.stream().collect(Collectors.joining(",", "[", "]"));
    }
}
