package dev.footlights.query.templates;

import dev.footlights.query.rounds.Calendar;
import dev.footlights.query.rounds.Calendar.Unit;
import dev.footlights.query.rounds.Day;
import dev.footlights.query.rounds.Occasions;
import dev.footlights.query.store.Placeholders;
import dev.footlights.query.store.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The days on which template tasks of people of teams ever ended, in order; all people that aren't known are one.
 *
 * @param zone in which days begin
 * @param enough people who aren't too few
 */
public record OutcomeDays(List<String> teams, ZoneId zone, int enough) implements Query<Day> {
    public OutcomeDays {
        teams = List.copyOf(teams);
    }

    /** When tasks ever ended. */
    public static Occasions occasions(List<String> teams, ZoneId zone, int enough) {
        return new Occasions(new OutcomeDays(teams, zone, enough), Calendar.within(zone, Unit.WEEK));
    }

    @Override
    public String sql() {
        return Day.sql(
                "SELECT arrayJoin(teams) AS in_team, actor, toUnixTimestamp64Milli(finished_at) AS moment FROM template_outcomes"
                        + " FINAL WHERE in_team IN " + Placeholders.in(teams.size()),
                enough);
    }

    @Override
    public List<Object> values() {
        List<Object> values = new ArrayList<>(teams);
        values.add(zone.getId());
        return values;
    }

    @Override
    public Day row(ResultSet result) throws SQLException {
        return Day.of(result, enough);
    }
}
