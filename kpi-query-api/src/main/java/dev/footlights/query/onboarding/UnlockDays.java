package dev.footlights.query.onboarding;

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
 * The days on which people of teams' rosters ever unlocked any of some features, in order.
 *
 * @param zone in which days begin
 * @param enough people who aren't too few
 */
public record UnlockDays(List<String> teams, List<String> features, ZoneId zone, int enough) implements Query<Day> {
    public UnlockDays {
        teams = List.copyOf(teams);
        features = List.copyOf(features);
    }

    /** When features were ever unlocked. */
    public static Occasions occasions(List<String> teams, List<String> features, ZoneId zone, int enough) {
        return new Occasions(new UnlockDays(teams, features, zone, enough), calendar(zone));
    }

    /** What is told of unlocked features counts all that were until some day. */
    static Calendar calendar(ZoneId zone) {
        return Calendar.untilEnd(zone, Unit.WEEK);
    }

    @Override
    public String sql() {
        return Day.sql(rows(), enough);
    }

    String rows() {
        return "SELECT team AS in_team, feature, actor, toUnixTimestamp64Milli(first_at) AS moment FROM first_uses FINAL"
                + " WHERE team IN " + Placeholders.in(teams.size()) + " AND feature IN "
                + Placeholders.in(features.size())
                + " AND (team, actor) IN (SELECT arrayJoin(teams), actor FROM roster FINAL WHERE active = 1)";
    }

    @Override
    public List<Object> values() {
        List<Object> values = new ArrayList<>(teams);
        values.addAll(features);
        values.add(zone.getId());
        return values;
    }

    @Override
    public Day row(ResultSet result) throws SQLException {
        return Day.of(result, enough);
    }
}
