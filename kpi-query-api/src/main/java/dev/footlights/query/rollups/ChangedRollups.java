package dev.footlights.query.rollups;

import dev.footlights.query.memory.ChangeTable;
import dev.footlights.query.period.Granularity;
import dev.footlights.query.store.Numbers;
import dev.footlights.query.store.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the rollups hold now of the cells that some inserts changed.
 *
 * @param moments of the inserts, milliseconds since 1970, not empty
 */
record ChangedRollups(List<Long> moments) implements Query<ChangedRollups.Change> {
    ChangedRollups {
        moments = List.copyOf(moments);
    }

    /** A cell. */
    static final class Change {
        private final String kind;
        private final String team;
        private final String feature;
        private final long[] sums;
        private final long[] revisions;

        /**
         * @param sums its start in seconds, then its sums
         * @param revisions shard and revision, in turns
         */
        private Change(String kind, String team, String feature, long[] sums, long[] revisions) {
            this.kind = kind;
            this.team = team;
            this.feature = feature;
            this.sums = sums;
            this.revisions = revisions;
        }

        void addTo(RollupTable table) {
            table.put(Granularity.valueOf(kind.toUpperCase(Locale.ROOT)), team, feature, sums[0], sums, 1);
        }

        /** The revision of each shard. */
        Map<CellShard, Long> held() {
            Map<CellShard, Long> held = new HashMap<>();
            for (int at = 0; at < revisions.length; at += 2) {
                held.put(new CellShard(kind, team, feature, sums[0], revisions[at]), revisions[at + 1]);
            }
            return held;
        }
    }

    @Override
    public String sql() {
        return "SELECT period_kind, team, feature, [toInt64(toUnixTimestamp(period_start)), " + RollupSums.SELECTED
                + "],"
                + " groupArrayArray([toInt64(shard), toInt64(revision)]) FROM rollups_by_kind FINAL"
                + " WHERE (period_kind, team, feature, period_start) IN"
                + " (SELECT period_kind, team, feature, period_start FROM rollup_changes WHERE "
                + ChangeTable.AT_MOMENTS
                + ")"
                + " GROUP BY period_kind, team, feature, period_start"
                + " SETTINGS do_not_merge_across_partitions_select_final = 1";
    }

    @Override
    public List<Object> values() {
        return List.of(ChangeTable.moments(moments));
    }

    @Override
    public Change row(ResultSet result) throws SQLException {
        return new Change(
                result.getString(1),
                result.getString(2),
                result.getString(3),
                Numbers.read(result, 4),
                Numbers.read(result, 5));
    }
}
