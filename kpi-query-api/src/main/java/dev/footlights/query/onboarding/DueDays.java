package dev.footlights.query.onboarding;

import dev.footlights.query.rounds.Day;
import dev.footlights.query.store.Placeholders;
import dev.footlights.query.store.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The days on which people of teams joined whose first days are over, in order.
 *
 * @param now people whose days aren't over by then aren't among them
 * @param days that they have
 * @param zone in which days begin
 * @param enough people who aren't too few
 */
record DueDays(List<String> teams, Instant now, int days, ZoneId zone, int enough) implements Query<Day> {
    DueDays {
        teams = List.copyOf(teams);
    }

    @Override
    public String sql() {
        return Day.sql(
                "SELECT arrayJoin(teams) AS in_team, actor, toUnixTimestamp64Milli(assumeNotNull(joined_at)) AS moment"
                        + " FROM roster FINAL WHERE active = 1 AND joined_at IS NOT NULL AND in_team IN "
                        + Placeholders.in(teams.size()) + " AND moment <= ?",
                enough);
    }

    @Override
    public List<Object> values() {
        List<Object> values = new ArrayList<>(teams);
        values.add(now.minus(Duration.ofDays(days)).toEpochMilli());
        values.add(zone.getId());
        return values;
    }

    @Override
    public Day row(ResultSet result) throws SQLException {
        return Day.of(result, enough);
    }
}
