package dev.footlights.query.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** How many people of the roster belong to each team or below it, now. */
public record Headcounts() implements Query<Headcounts.Headcount> {
    /** One team's. */
    public record Headcount(String team, long people) {}

    @Override
    public String sql() {
        return "SELECT arrayJoin(teams) AS in_team, count() AS people FROM roster FINAL WHERE active = 1"
                + " GROUP BY in_team";
    }

    @Override
    public List<Object> values() {
        return List.of();
    }

    @Override
    public Headcount row(ResultSet result) throws SQLException {
        return new Headcount(result.getString(1), result.getLong(2));
    }
}
