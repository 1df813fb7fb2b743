package dev.footlights.query.presence;

import dev.footlights.query.store.FigureRow;
import dev.footlights.query.store.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Distinct people present, and as the amount those of them who are in the team's roster now. */
public record PresentMembers(Presence presence) implements Query<FigureRow> {
    @Override
    public String sql() {
        return "SELECT team AS in_team, feature AS of_feature, start, uniqExact(actor) AS people,"
                + " uniqExactIf(actor, (team, actor) IN ("
                + "SELECT arrayJoin(teams), actor FROM roster FINAL WHERE active = 1)) AS amount, 0 AS base"
                + " FROM " + presence.sql() + " GROUP BY in_team, of_feature, start";
    }

    @Override
    public List<Object> values() {
        return presence.values();
    }

    @Override
    public FigureRow row(ResultSet result) throws SQLException {
        return FigureRow.of(result);
    }
}
