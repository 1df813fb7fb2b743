package dev.footlights.query.store;

import dev.footlights.query.figures.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** People by the period of their first use; there is a row for all features too. They are given as people and amount. */
public record NewPeople(Scope scope, Slots slots) implements Query<FigureRow> {
    @Override
    public String sql() {
        return "SELECT team AS in_team, feature AS of_feature,"
                + " roundDown(toUInt32(toUnixTimestamp(first_at)), CAST(?, 'Array(UInt32)')) AS start,"
                + " count() AS people, people AS amount, 0 AS base"
                + " FROM first_uses FINAL WHERE team IN "
                + Placeholders.in(scope.teams().size())
                + " AND feature IN " + Placeholders.in(scope.features().size())
                + " AND first_at >= toDateTime(?, 'UTC') AND first_at < toDateTime(?, 'UTC')"
                + " GROUP BY in_team, of_feature, start";
    }

    @Override
    public List<Object> values() {
        List<Object> values = new ArrayList<>(List.of(slots.startsText()));
        values.addAll(scope.teams());
        values.addAll(scope.features());
        values.add(slots.begin());
        values.add(slots.end());
        return values;
    }

    @Override
    public FigureRow row(ResultSet result) throws SQLException {
        return FigureRow.of(result);
    }
}
