package dev.footlights.query.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Every team and feature that somebody ever used; {@code *} is one of the features. */
public record UsedScopes() implements Query<UsedScopes.UsedScope> {
    /** One team's use of one feature. */
    public record UsedScope(String team, String feature) {}

    @Override
    public String sql() {
        return "SELECT DISTINCT team, feature FROM first_uses ORDER BY team, feature";
    }

    @Override
    public List<Object> values() {
        return List.of();
    }

    @Override
    public UsedScope row(ResultSet result) throws SQLException {
        return new UsedScope(result.getString(1), result.getString(2));
    }
}
