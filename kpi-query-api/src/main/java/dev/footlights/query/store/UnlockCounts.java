package dev.footlights.query.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a team had used of a list of features before a moment, which is the start.
 *
 * @param of whether everybody counts who used a feature in the team, or its roster
 * @param features of the list
 * @param moments seconds since 1970
 */
public record UnlockCounts(Of of, List<String> teams, List<String> features, List<Long> moments)
        implements Query<FigureRow> {
    /** What the amount counts, and of whom. */
    public enum Of {
        /** Features that anybody had used, and whoever used them. */
        ANYBODY("uniqExact(feature)", ""),
        /** Pairs of a person of the team's roster and a feature that they had used, and these people. */
        ROSTER(
                "uniqExact(actor, feature)",
                " AND (team, actor) IN (SELECT arrayJoin(teams), actor FROM roster FINAL WHERE active = 1)");

        private final String amount;
        private final String condition;

        Of(String amount, String condition) {
            this.amount = amount;
            this.condition = condition;
        }
    }

    public UnlockCounts {
        teams = List.copyOf(teams);
        features = List.copyOf(features);
        moments = List.copyOf(moments);
    }

    @Override
    public String sql() {
        return "SELECT in_team, '*' AS of_feature, moment, uniqExact(actor), " + of.amount
                + ", 0 FROM (SELECT team AS in_team, feature, actor, toUnixTimestamp64Milli(first_at) AS first,"
                + " arrayJoin(CAST(?, 'Array(Int64)')) AS moment FROM first_uses FINAL WHERE team IN "
                + Placeholders.in(teams.size()) + " AND feature IN " + Placeholders.in(features.size()) + of.condition
                + ") WHERE first < moment * 1000 GROUP BY in_team, moment";
    }

    @Override
    public List<Object> values() {
        List<Object> values = new ArrayList<>();
        values.add(moments.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]")));
        values.addAll(teams);
        values.addAll(features);
        return values;
    }

    @Override
    public FigureRow row(ResultSet result) throws SQLException {
        return FigureRow.of(result);
    }
}
