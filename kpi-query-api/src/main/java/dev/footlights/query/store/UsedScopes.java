package dev.footlights.query.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Every team that ever used something and every feature that somebody ever used; {@code *} is one of the features. */
public record UsedScopes() implements Query<UsedScopes.Used> {
    /** A team or a feature. */
    public record Used(boolean team, String name) {}

    @Override
    public String sql() {
        return "SELECT 1 AS is_team, team AS name FROM first_uses GROUP BY team"
                + " UNION ALL SELECT 0 AS is_team, feature AS name FROM first_uses GROUP BY feature";
    }

    @Override
    public List<Object> values() {
        return List.of();
    }

    @Override
    public Used row(ResultSet result) throws SQLException {
        return new Used(result.getBoolean(1), result.getString(2));
    }
}
