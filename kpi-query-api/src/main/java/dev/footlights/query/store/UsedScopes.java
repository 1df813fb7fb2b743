package dev.footlights.query.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** How many people of which teams ever used which features; {@code *} is one of the features. */
public record UsedScopes() implements Query<UsedScopes.Used> {
    /** A feature that people of a team used. */
    public record Used(String team, String feature, long people) {}

    @Override
    public String sql() {
        return "SELECT team, feature, uniqExact(actor) FROM first_uses GROUP BY team, feature";
    }

    @Override
    public List<Object> values() {
        return List.of();
    }

    @Override
    public Used row(ResultSet result) throws SQLException {
        return new Used(result.getString(1), result.getString(2), result.getLong(3));
    }
}
