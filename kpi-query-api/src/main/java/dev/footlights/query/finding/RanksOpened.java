package dev.footlights.query.finding;

import dev.footlights.query.store.Facts;
import dev.footlights.query.store.Query;
import dev.footlights.query.store.TeamDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** How often a result of which rank was opened, where the rank was told: in actions such as {@code discover-3}. One row. */
record RanksOpened(TeamDays days) implements Query<RanksOpened.Ranks> {
    /**
     * All of them.
     *
     * @param people distinct, who opened one
     * @param opened by rank
     */
    record Ranks(long people, SortedMap<Long, Long> opened) {
        /** Of an even number the mean of the middle two; none when nothing was opened. */
        OptionalDouble median() {
            long all = opened.values().stream().mapToLong(Long::longValue).sum();
            if (all == 0) {
                return OptionalDouble.empty();
            }
            return OptionalDouble.of((at((all - 1) / 2) + at(all / 2)) / 2.0);
        }

        private long at(long position) {
            long passed = 0;
            long last = 0;
            for (var entry : opened.entrySet()) {
                passed += entry.getValue();
                last = entry.getKey();
                if (passed > position) {
                    break;
                }
            }
            return last;
        }
    }

    @Override
    public String sql() {
        String byRank = "sumMap(map(toUInt64OrZero(substring(action, 10)), events))";
        return "SELECT uniqExact(actor), toString(mapKeys(" + byRank + ")), toString(mapValues(" + byRank + "))"
                + " FROM " + Facts.LATEST + days.condition()
                + " AND feature = 'search' AND match(action, '^discover-[0-9]+$') WHERE events > 0" + TeamDays.SETTINGS;
    }

    @Override
    public List<Object> values() {
        return days.values();
    }

    @Override
    public Ranks row(ResultSet result) throws SQLException {
        List<Long> ranks = numbers(result.getString(2));
        List<Long> counts = numbers(result.getString(3));
        SortedMap<Long, Long> opened = new TreeMap<>();
        for (int number = 0; number < ranks.size(); number++) {
            opened.put(ranks.get(number), counts.get(number));
        }
        return new Ranks(result.getLong(1), opened);
    }

    private static List<Long> numbers(String array) {
        return Arrays.stream(array.substring(1, array.length() - 1).split(","))
                .filter(number -> !number.isEmpty())
                .map(Long::valueOf)
                .toList();
    }
}
