package dev.footlights.query.rollups;

import dev.footlights.query.period.Granularity;
import dev.footlights.query.store.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** The quarters of years in which periods begin that are held in memory: what is loaded at once. */
record RollupParts() implements Query<RollupParts.Part> {
    /** Times in seconds since 1970, the end exclusive. */
    record Part(Granularity kind, long from, long to) {}

    @Override
    public String sql() {
        return "SELECT DISTINCT period_kind, toUnixTimestamp(toDateTime(toStartOfQuarter(period_start), 'UTC')) AS begin,"
                + " toUnixTimestamp(toDateTime(addQuarters(toStartOfQuarter(period_start), 1), 'UTC')) AS end"
                + " FROM rollups_by_kind WHERE period_kind IN ('day', 'week', 'month') ORDER BY begin DESC, period_kind";
    }

    @Override
    public List<Object> values() {
        return List.of();
    }

    @Override
    public Part row(ResultSet result) throws SQLException {
        return new Part(
                Granularity.valueOf(result.getString(1).toUpperCase(Locale.ROOT)),
                result.getLong(2),
                result.getLong(3));
    }
}
