package dev.footlights.query.presence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@link Presence} of many stretches at once: for each person a number whose bits are the stretches they were there in, so
 * that a year of weeks is one number. Nothing is joined and a person is one row.
 *
 * @param starts names of the stretches, ascending, at most {@value #MOST}; the first is bit 0
 */
record PresenceBits(Presence presence, List<Long> starts) {
    /** Bits of a number. */
    static final int MOST = 64;

    /** Of the bits of months: the days that count, and the bit of the stretch. */
    private static final String OF_MONTHS = "arraySum(piece -> if(bitAnd(days, piece.1) = 0, 0, piece.2),"
            + " CAST(?, 'Array(Array(Tuple(UInt32, UInt64)))')[indexOf(CAST(?, 'Array(UInt16)'), toUInt16(month))])";

    /** The same of the quarter hours of days. */
    private static final String OF_DAYS =
            "arraySum(piece -> if(bitAnd(early, piece.1) = 0 AND bitAnd(late, piece.2) = 0, 0,"
                    + " piece.3), CAST(?, 'Array(Array(Tuple(UInt64, UInt64, UInt64)))')"
                    + "[indexOf(CAST(?, 'Array(UInt16)'), toUInt16(day))])";

    PresenceBits {
        starts = List.copyOf(starts);
        if (starts.size() > MOST) {
            throw new IllegalArgumentException("more than " + MOST + " stretches: " + starts.size());
        }
    }

    /** A table expression with the columns team, feature, actor, and part0 and part1 as bits; a person is one row of a place. */
    String sql() {
        List<String> sources = new ArrayList<>();
        if (!presence.pieces().months().isEmpty()) {
            sources.add(source(OF_MONTHS, "presence_months", "month"));
        }
        if (!presence.pieces().days().isEmpty()) {
            sources.add(source(OF_DAYS, "presence_days", "day"));
        }
        return "(SELECT team, feature, actor, groupBitOr(bits0) AS part0, groupBitOr(bits1) AS part1 FROM ("
                + String.join(" UNION ALL ", sources) + ") GROUP BY team, feature, actor)";
    }

    private String source(String bits, String table, String time) {
        return "SELECT team, feature, actor, " + bits + " AS bits0, " + bits + " AS bits1 FROM " + table + " WHERE "
                + presence.scoped() + " AND " + time + " IN (SELECT toDate(arrayJoin(CAST(?, 'Array(UInt16)'))))";
    }

    List<Object> values() {
        List<Object> values = new ArrayList<>();
        List<Pieces.Month> months = presence.pieces().months();
        if (!months.isEmpty()) {
            Function<Pieces.Month, String> text = month -> "(" + month.days() + "," + bit(month.start()) + ")";
            addSource(values, months, Pieces.Month::month, Pieces.Month::part, text);
        }
        List<Pieces.Day> days = presence.pieces().days();
        if (!days.isEmpty()) {
            Function<Pieces.Day, String> text =
                    day -> "(" + day.early() + "," + day.late() + "," + bit(day.start()) + ")";
            addSource(values, days, Pieces.Day::day, Pieces.Day::part, text);
        }
        return values;
    }

    private <P> void addSource(
            List<Object> values,
            List<P> pieces,
            ToLongFunction<P> time,
            ToLongFunction<P> part,
            Function<P, String> text) {
        Map<Long, List<P>> byTime =
                pieces.stream().collect(Collectors.groupingBy(time::applyAsLong, TreeMap::new, Collectors.toList()));
        String times = byTime.keySet().toString();
        for (long asked = 0; asked <= 1; asked++) {
            long wanted = asked;
            values.add(array(byTime.values().stream()
                    .map(some -> array(some.stream()
                            .filter(piece -> part.applyAsLong(piece) == wanted)
                            .map(text)))));
            values.add(times);
        }
        values.addAll(presence.scope().teams());
        values.addAll(presence.scope().features());
        values.add(times);
    }

    private String bit(long start) {
        return Long.toUnsignedString(1L << starts.indexOf(start));
    }

    private static String array(Stream<String> elements) {
        return elements.collect(Collectors.joining(",", "[", "]"));
    }
}
