package dev.footlights.query.rounds;

import dev.footlights.query.company.Crowd;
import dev.footlights.query.store.Placeholders;
import dev.footlights.query.store.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The days on which people of teams ever did something, in order.
 *
 * @param zone in which days begin
 * @param enough people who aren't too few
 */
record Occasions(Source source, List<String> teams, ZoneId zone, int enough) implements Query<Occasions.Day> {
    /** When the first and the last did it on a day, and how many and who did. */
    record Day(String team, Instant first, Instant last, long people, Crowd crowd) {}

    @Override
    public String sql() {
        return "SELECT in_team, min(moment) AS first, max(moment), uniqExact(actor), " + Crowd.expression("1", enough)
                + " FROM (SELECT arrayJoin(teams) AS in_team, actor, at, toUnixTimestamp64Milli(at) AS moment FROM ("
                + source.rows() + ")) WHERE in_team IN " + Placeholders.in(teams.size())
                + " GROUP BY in_team, toDate(at, ?) ORDER BY in_team, first";
    }

    @Override
    public List<Object> values() {
        List<Object> values = new ArrayList<>(source.values());
        values.addAll(teams);
        values.add(zone.getId());
        return values;
    }

    @Override
    public Day row(ResultSet result) throws SQLException {
        return new Day(
                result.getString(1),
                Instant.ofEpochMilli(result.getLong(2)),
                Instant.ofEpochMilli(result.getLong(3)),
                result.getLong(4),
                Crowd.parse(result.getString(5), enough));
    }
}
