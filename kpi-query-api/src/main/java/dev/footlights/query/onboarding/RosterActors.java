package dev.footlights.query.onboarding;

import dev.footlights.query.store.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The people of a team's roster, now. */
record RosterActors(String team) implements Query<String> {
    @Override
    public String sql() {
        return "SELECT toString(actor) FROM roster FINAL WHERE active = 1 AND has(teams, ?) ORDER BY actor";
    }

    @Override
    public List<Object> values() {
        return List.of(team);
    }

    @Override
    public String row(ResultSet result) throws SQLException {
        return result.getString(1);
    }
}
