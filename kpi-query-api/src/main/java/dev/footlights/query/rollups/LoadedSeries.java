package dev.footlights.query.rollups;

import dev.footlights.query.store.Numbers;
import dev.footlights.query.store.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** All rollups of a part. */
record LoadedSeries(RollupParts.Part part) implements Query<LoadedSeries.Series> {
    /** Periods of a team and a feature. */
    static final class Series {
        private final String team;
        private final String feature;
        private final long[] numbers;

        /** @param numbers each period's start in seconds and its sums, in the order of time */
        private Series(String team, String feature, long[] numbers) {
            this.team = team;
            this.feature = feature;
            this.numbers = numbers;
        }

        void addTo(RollupTable table, RollupParts.Part part) {
            for (int at = 0; at < numbers.length; at += RollupSums.WIDTH) {
                table.put(part.kind(), team, feature, numbers[at], numbers, at + 1);
            }
        }
    }

    @Override
    public String sql() {
        return "SELECT team, feature, arrayFlatten(arraySort(groupArray(numbers))) FROM ("
                + "SELECT team, feature, [toInt64(toUnixTimestamp(period_start)), " + RollupSums.SELECTED
                + "] AS numbers"
                + " FROM rollups_by_kind FINAL WHERE period_kind = ?"
                + " AND period_start >= toDateTime(?, 'UTC') AND period_start < toDateTime(?, 'UTC')"
                + " GROUP BY team, feature, period_start) GROUP BY team, feature"
                + " SETTINGS do_not_merge_across_partitions_select_final = 1";
    }

    @Override
    public List<Object> values() {
        return List.of(part.kind().text(), part.from(), part.to());
    }

    @Override
    public Series row(ResultSet result) throws SQLException {
        return new Series(result.getString(1), result.getString(2), Numbers.read(result, 3));
    }
}
