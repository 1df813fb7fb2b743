package dev.footlights.query.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How many people of the roster belong to each team or below it, now. */
public record Headcounts() implements Query<Headcounts.Headcount> {
    /** One team's. */
    public record Headcount(String team, long people) {}

    /** By team; a team without people is missing. */
    public static Map<String, Long> byTeam(ClickHouse clickHouse) {
        return clickHouse.run(new Headcounts()).stream().collect(Collectors.toMap(Headcount::team, Headcount::people));
    }

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
