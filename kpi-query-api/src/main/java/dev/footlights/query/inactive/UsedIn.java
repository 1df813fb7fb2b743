package dev.footlights.query.inactive;

import dev.footlights.query.store.Query;
import dev.footlights.query.store.TeamDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Features that somebody of the teams used, or teams in which somebody was active. Not FINAL: it is never taken back. */
record UsedIn(boolean features, TeamDays days) implements Query<String> {
    @Override
    public String sql() {
        return "SELECT DISTINCT toString(" + (features ? "feature" : "team") + ") FROM activity_facts WHERE "
                + days.condition();
    }

    @Override
    public List<Object> values() {
        return days.values();
    }

    @Override
    public String row(ResultSet result) throws SQLException {
        return result.getString(1);
    }
}
