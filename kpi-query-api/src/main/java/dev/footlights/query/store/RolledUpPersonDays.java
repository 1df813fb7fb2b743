package dev.footlights.query.store;

import dev.footlights.query.figures.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Each day's active people, added up over the days of the reporting zone that begin in a period, as the amount. */
public record RolledUpPersonDays(Scope scope, Slots slots) implements Query<FigureRow> {
    @Override
    public String sql() {
        return "SELECT team AS in_team, feature AS of_feature, roundDown(toUnixTimestamp(period_start),"
                + " CAST(?, 'Array(UInt32)')) AS start, 0 AS people, sum(active_users) AS amount, 0 AS base"
                + " FROM rollups_by_kind FINAL WHERE team IN "
                + Placeholders.in(scope.teams().size()) + " AND period_kind = 'day' AND feature IN "
                + Placeholders.in(scope.features().size())
                + " AND period_start >= toDateTime(?, 'UTC') AND period_start < toDateTime(?, 'UTC')"
                + " GROUP BY in_team, of_feature, start SETTINGS do_not_merge_across_partitions_select_final = 1";
    }

    @Override
    public List<Object> values() {
        List<Object> values = new ArrayList<>(List.of(slots.startsText()));
        values.addAll(scope.teams());
        values.addAll(scope.features());
        values.addAll(List.of(slots.begin(), slots.end()));
        return values;
    }

    @Override
    public FigureRow row(ResultSet result) throws SQLException {
        return FigureRow.of(result);
    }
}
