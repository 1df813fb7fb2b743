package dev.footlights.query.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Checks of the team's entities by their latest result before a moment: those that passed as the amount, all as the base. The start is the
 * moment. They are about entities, not people. */
public record CheckCounts(List<String> teams, List<Long> moments) implements Query<FigureRow> {
    public CheckCounts {
        teams = List.copyOf(teams);
        moments = List.copyOf(moments);
    }

    @Override
    public String sql() {
        return "SELECT in_team, '*' AS of_feature, moment AS start, 0 AS people, sum(passed) AS amount, count() AS base FROM"
                + " (SELECT moment, arrayJoin(latest.2) AS in_team, latest.1 AS passed FROM (SELECT"
                + " arrayJoin(CAST(?, 'Array(Int64)')) AS moment, check, entity, argMax((passed, teams), checked_at) AS latest"
                + " FROM check_results FINAL WHERE toUnixTimestamp64Milli(checked_at) < moment * 1000"
                + " GROUP BY moment, check, entity)) WHERE in_team IN " + Placeholders.in(teams.size())
                + " GROUP BY in_team, start";
    }

    @Override
    public List<Object> values() {
        List<Object> values = new ArrayList<>();
        values.add(moments.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]")));
        values.addAll(teams);
        return values;
    }

    @Override
    public FigureRow row(ResultSet result) throws SQLException {
        return FigureRow.of(result);
    }
}
