package dev.footlights.query.rollups;

import dev.footlights.query.memory.ChangeTable;
import dev.footlights.query.store.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * What some inserts brought.
 *
 * @param moments of the inserts, milliseconds since 1970, not empty
 */
record Brought(List<Long> moments) implements Query<Brought.Row> {
    Brought {
        moments = List.copyOf(moments);
    }

    /** The latest version of a row among these inserts. */
    record Row(CellShard key, long revision) {}

    @Override
    public String sql() {
        return "SELECT period_kind, team, feature, toUnixTimestamp(period_start), shard, max(revision) FROM rollup_changes"
                + " WHERE " + ChangeTable.AT_MOMENTS + " GROUP BY period_kind, team, feature, period_start, shard";
    }

    @Override
    public List<Object> values() {
        return List.of(ChangeTable.moments(moments));
    }

    @Override
    public Row row(ResultSet result) throws SQLException {
        return new Row(
                new CellShard(
                        result.getString(1),
                        result.getString(2),
                        result.getString(3),
                        result.getLong(4),
                        result.getLong(5)),
                result.getLong(6));
    }
}
