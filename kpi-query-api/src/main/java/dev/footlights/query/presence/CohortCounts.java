package dev.footlights.query.presence;

import dev.footlights.query.company.Crowd;
import dev.footlights.query.store.Placeholders;
import dev.footlights.query.store.Query;
import dev.footlights.query.store.Slots;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * People of teams and a feature by the period of their first use in the team, and in which periods they were there.
 *
 * @param presence of one feature
 * @param cohorts periods of the first use
 * @param enough people who aren't too few
 */
public record CohortCounts(Presence presence, Slots cohorts, int enough) implements Query<CohortCounts.Counted> {
    /** People of a team and cohort who were present in a period; both by their starts. */
    public record Counted(String team, Instant cohort, Instant period, long people, Crowd crowd) {}

    @Override
    public String sql() {
        List<String> teams = presence.scope().teams();
        // Of one team, people are found by themselves alone, which is faster.
        boolean one = teams.size() == 1;
        return "SELECT toString(" + (one ? "any(team)" : "team") + "), cohort, start, uniqExact(actor), "
                + Crowd.expression("1", enough) + " FROM " + presence.sql() + " AS present INNER JOIN (SELECT "
                + (one ? "" : "team, ") + "actor,"
                + " roundDown(toUInt32(toUnixTimestamp(first_at)), CAST(?, 'Array(UInt32)')) AS cohort FROM first_uses"
                + " FINAL WHERE team IN " + Placeholders.in(teams.size())
                + " AND feature = ? AND first_at >= toDateTime(?, 'UTC')"
                + " AND first_at < toDateTime(?, 'UTC')) AS firsts USING (" + (one ? "" : "team, ")
                + "actor) WHERE start >= cohort GROUP BY " + (one ? "" : "team, ") + "cohort, start";
    }

    @Override
    public List<Object> values() {
        List<Object> values = new ArrayList<>(presence.values());
        values.add(cohorts.startsText());
        values.addAll(presence.scope().teams());
        values.add(presence.scope().features().getFirst());
        values.add(cohorts.begin());
        values.add(cohorts.end());
        return values;
    }

    @Override
    public Counted row(ResultSet result) throws SQLException {
        return new Counted(
                result.getString(1),
                Instant.ofEpochSecond(result.getLong(2)),
                Instant.ofEpochSecond(result.getLong(3)),
                result.getLong(4),
                Crowd.parse(result.getString(5), enough));
    }
}
