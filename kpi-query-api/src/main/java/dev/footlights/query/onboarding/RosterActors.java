package dev.footlights.query.onboarding;

import dev.footlights.query.store.Placeholders;
import dev.footlights.query.store.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The people of teams' rosters, now, by team and pseudonym. */
record RosterActors(List<String> teams) implements Query<RosterActors.Member> {
    /** Of one team. */
    record Member(String team, String actor) {}

    RosterActors {
        teams = List.copyOf(teams);
    }

    @Override
    public String sql() {
        return "SELECT arrayJoin(teams) AS in_team, toString(actor) FROM roster FINAL WHERE active = 1 AND in_team IN "
                + Placeholders.in(teams.size()) + " ORDER BY in_team, actor";
    }

    @Override
    public List<Object> values() {
        return List.copyOf(teams);
    }

    @Override
    public Member row(ResultSet result) throws SQLException {
        return new Member(result.getString(1), result.getString(2));
    }
}
