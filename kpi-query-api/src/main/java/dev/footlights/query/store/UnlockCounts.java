package dev.footlights.query.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Features of a list that somebody of the team had used before a moment, as the amount; pairs of a person of the team's roster and such a
 * feature, as the base; and the people who had used any. The start is the moment. */
public record UnlockCounts(List<String> teams, List<String> features, List<Long> moments) implements Query<FigureRow> {
    public UnlockCounts {
        teams = List.copyOf(teams);
        features = List.copyOf(features);
        moments = List.copyOf(moments);
    }

    @Override
    public String sql() {
        return "SELECT in_team, '*' AS of_feature, moment, uniqExact(feature), uniqExact(actor), uniqExactIf((actor, feature),"
                + " (in_team, actor) IN (SELECT arrayJoin(teams), actor FROM roster FINAL WHERE active = 1))"
                + " FROM (SELECT team AS in_team, feature, actor, toUnixTimestamp64Milli(first_at) AS first,"
                + " arrayJoin(CAST(?, 'Array(Int64)')) AS moment FROM first_uses FINAL WHERE team IN "
                + Placeholders.in(teams.size()) + " AND feature IN " + Placeholders.in(features.size())
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
        return new FigureRow(
                result.getString(1),
                result.getString(2),
                Instant.ofEpochSecond(result.getLong(3)),
                result.getLong(5),
                result.getLong(4),
                result.getLong(6));
    }
}
