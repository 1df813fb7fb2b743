package dev.footlights.query.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Template tasks by how they ended: the completed as the amount, completed and failed as the base, and the people who ran them,
 * all that aren't known being one. */
public record OutcomeCounts(List<String> teams, Slots slots) implements Query<FigureRow> {
    public OutcomeCounts {
        teams = List.copyOf(teams);
    }

    @Override
    public String sql() {
        return "SELECT in_team, '*' AS of_feature, roundDown(toUInt32(toUnixTimestamp(finished_at)), CAST(?, 'Array(UInt32)')) AS"
                + " start, uniqExact(actor) AS people,"
                + " countIf(outcome = 'completed') AS amount, countIf(outcome IN ('completed', 'failed')) AS base"
                + " FROM (SELECT arrayJoin(teams) AS in_team, actor, outcome, finished_at FROM template_outcomes FINAL"
                + " WHERE finished_at >= toDateTime(?, 'UTC') AND finished_at < toDateTime(?, 'UTC')) WHERE in_team IN "
                + Placeholders.in(teams.size()) + " GROUP BY in_team, start";
    }

    @Override
    public List<Object> values() {
        List<Object> values = new ArrayList<>(List.of(slots.startsText(), slots.begin(), slots.end()));
        values.addAll(teams);
        return values;
    }

    @Override
    public FigureRow row(ResultSet result) throws SQLException {
        return FigureRow.of(result);
    }
}
