package dev.footlights.query.presence;

import dev.footlights.query.store.Query;
import dev.footlights.query.store.Slots;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * People of a team and feature by the period of their first use, and in which periods they were there.
 *
 * @param presence of one team and one feature
 * @param cohorts periods of the first use
 */
public record CohortCounts(Presence presence, Slots cohorts) implements Query<CohortCounts.Counted> {
    /** People of a cohort who were present in a period; both by their starts. */
    public record Counted(Instant cohort, Instant period, long people) {}

    @Override
    public String sql() {
        return "SELECT cohort, start, uniqExact(actor) FROM " + presence.sql() + " AS present INNER JOIN (SELECT actor,"
                + " roundDown(toUInt32(toUnixTimestamp(first_at)), CAST(?, 'Array(UInt32)')) AS cohort FROM first_uses"
                + " FINAL WHERE team = ? AND feature = ? AND first_at >= toDateTime(?, 'UTC')"
                + " AND first_at < toDateTime(?, 'UTC')) AS firsts USING (actor) WHERE start >= cohort"
                + " GROUP BY cohort, start ORDER BY cohort, start";
    }

    @Override
    public List<Object> values() {
        List<Object> values = new ArrayList<>(presence.values());
        values.add(cohorts.startsText());
        values.add(presence.scope().teams().getFirst());
        values.add(presence.scope().features().getFirst());
        values.add(cohorts.begin());
        values.add(cohorts.end());
        return values;
    }

    @Override
    public Counted row(ResultSet result) throws SQLException {
        return new Counted(
                Instant.ofEpochSecond(result.getLong(1)), Instant.ofEpochSecond(result.getLong(2)), result.getLong(3));
    }
}
