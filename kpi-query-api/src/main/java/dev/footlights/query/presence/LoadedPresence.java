package dev.footlights.query.presence;

import dev.footlights.query.store.Numbers;
import dev.footlights.query.store.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Everybody's days of a month.
 *
 * @param month in UTC
 * @param zone in which days are told
 */
record LoadedPresence(YearMonth month, ZoneId zone) implements Query<LoadedPresence.People> {
    /** A pseudonym as two numbers. */
    static final String ACTOR = "reinterpretAsInt64(bitShiftRight(reinterpretAsUInt128(actor), 64)),"
            + " reinterpretAsInt64(reinterpretAsUInt128(actor))";

    /** Who was in a place. */
    static final class People {
        private final String team;
        private final String feature;
        private final long[] numbers;

        /** @param numbers of each person both halves, how many days, the days */
        private People(String team, String feature, long[] numbers) {
            this.team = team;
            this.feature = feature;
            this.numbers = numbers;
        }

        void addTo(PresenceTable table) {
            int at = 0;
            while (at < numbers.length) {
                PresenceTable.Actor actor = new PresenceTable.Actor(numbers[at], numbers[at + 1]);
                int end = at + 3 + (int) numbers[at + 2];
                for (int day = at + 3; day < end; day++) {
                    table.add(team, feature, actor, numbers[day]);
                }
                at = end;
            }
        }
    }

    @Override
    public String sql() {
        return "SELECT team, feature, arrayFlatten(groupArray(numbers)) FROM (SELECT team, feature, arrayConcat(["
                + ACTOR
                + ", toInt64(length(days))], days) AS numbers FROM (SELECT team, feature, actor,"
                + " groupUniqArrayArray(arrayMap(piece -> toInt64(piece.3), arrayFilter("
                + "piece -> bitAnd(early, piece.1) != 0 OR bitAnd(late, piece.2) != 0,"
                + " CAST(?, 'Array(Array(Tuple(UInt64, UInt64, UInt16)))')[indexOf(CAST(?, 'Array(UInt16)'), toUInt16(day))])))"
                + " AS days FROM presence_days WHERE day >= toDate(?) AND day <= toDate(?)"
                + " GROUP BY team, feature, actor)) GROUP BY team, feature";
    }

    @Override
    public List<Object> values() {
        LocalDays local = new LocalDays(zone);
        long first = month.atDay(1).toEpochDay();
        long last = month.atEndOfMonth().toEpochDay();
        return List.of(
                LongStream.rangeClosed(first, last).mapToObj(local::pieces).collect(Collectors.joining(",", "[", "]")),
                LongStream.rangeClosed(first, last)
                        .mapToObj(String::valueOf)
                        .collect(Collectors.joining(",", "[", "]")),
                month.atDay(1).toString(),
                month.atEndOfMonth().toString());
    }

    @Override
    public People row(ResultSet result) throws SQLException {
        return new People(result.getString(1), result.getString(2), Numbers.read(result, 3));
    }
}
