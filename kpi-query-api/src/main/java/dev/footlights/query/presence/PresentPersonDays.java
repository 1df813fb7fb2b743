package dev.footlights.query.presence;

import dev.footlights.query.store.FigureRow;
import dev.footlights.query.store.Query;
import dev.footlights.query.store.Slots;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Distinct people of each day, added up over the days of a period, as the amount.
 *
 * @param days a stretch for each day
 */
public record PresentPersonDays(Presence days, Slots periods) implements Query<FigureRow> {
    @Override
    public String sql() {
        return "SELECT in_team, of_feature, roundDown(day, CAST(?, 'Array(UInt32)')) AS start, 0 AS people,"
                + " sum(people_of_day) AS amount, 0 AS base FROM (SELECT team AS in_team, feature AS of_feature,"
                + " start AS day, uniqExact(actor) AS people_of_day FROM " + days.sql()
                + " GROUP BY in_team, of_feature, day) GROUP BY in_team, of_feature, start";
    }

    @Override
    public List<Object> values() {
        List<Object> values = new ArrayList<>(List.of(periods.startsText()));
        values.addAll(days.values());
        return values;
    }

    @Override
    public FigureRow row(ResultSet result) throws SQLException {
        return FigureRow.of(result);
    }
}
