package dev.footlights.query.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The median milliseconds, as the amount, from the first visit in the team to the first template run, of the people whose first run
 * falls in the period. Earliest times only sink and runs are never taken back, so facts need no FINAL. */
public record FirstRuns(List<String> teams, Slots slots) implements Query<FigureRow> {
    public FirstRuns {
        teams = List.copyOf(teams);
    }

    @Override
    public String sql() {
        return "SELECT in_team, '*' AS of_feature, roundDown(toUInt32(intDiv(run, 1000)), CAST(?, 'Array(UInt32)')) AS start,"
                + " count() AS people, toInt64(round(quantileExactInclusive(0.5)(run - visit))) AS amount, 0 AS base"
                + " FROM (SELECT team AS in_team, actor, toUnixTimestamp64Milli(min(first_at)) AS run FROM activity_facts"
                + " WHERE team IN " + Placeholders.in(teams.size()) + " AND feature = 'templates' AND template_runs > 0"
                + " GROUP BY in_team, actor HAVING run >= ? AND run < ?) AS runs INNER JOIN (SELECT team AS in_team, actor,"
                + " toUnixTimestamp64Milli(first_at) AS visit FROM first_uses FINAL WHERE feature = '*' AND team IN "
                + Placeholders.in(teams.size()) + ") AS visits USING (in_team, actor) GROUP BY in_team, start";
    }

    @Override
    public List<Object> values() {
        List<Object> values = new ArrayList<>(List.of(slots.startsText()));
        values.addAll(teams);
        values.addAll(List.of(slots.begin() * 1000, slots.end() * 1000));
        values.addAll(teams);
        return values;
    }

    @Override
    public FigureRow row(ResultSet result) throws SQLException {
        return FigureRow.of(result);
    }
}
