package dev.footlights.query.inactive;

import dev.footlights.query.store.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * The quarter hour of the last use ever, and how many people ever used it: of each feature by a team, or of anything by
 * each team.
 */
record LastUses(boolean byFeature, String of) implements Query<LastUses.LastUse> {
    private static final String SLOT = "toUnixTimestamp(toDateTime(day, 'UTC')) + 900 * if(late = 0,"
            + " arrayMax(bitPositionsToArray(early)), 48 + arrayMax(bitPositionsToArray(late)))";

    /**
     * One scope's.
     *
     * @param scope the feature or the team
     */
    record LastUse(String scope, Instant at, long people) {}

    static LastUses ofFeatures(String team) {
        return new LastUses(true, team);
    }

    static LastUses ofTeams() {
        return new LastUses(false, "*");
    }

    @Override
    public String sql() {
        return "SELECT " + (byFeature ? "feature" : "team") + " AS scope, max(" + SLOT + ") AS at,"
                + " uniqExact(actor) AS people FROM presence_days WHERE " + (byFeature ? "team" : "feature")
                + " = ? GROUP BY scope";
    }

    @Override
    public List<Object> values() {
        return List.of(of);
    }

    @Override
    public LastUse row(ResultSet result) throws SQLException {
        return new LastUse(result.getString(1), Instant.ofEpochSecond(result.getLong(2)), result.getLong(3));
    }
}
