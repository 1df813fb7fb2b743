package dev.footlights.query.templates;

import dev.footlights.query.store.Query;
import dev.footlights.query.store.TeamDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * How the tasks of each template ended that finished within the days; cancelled ones aside.
 *
 * @param days of one team
 */
record TemplateOutcomes(TeamDays days) implements Query<TemplateOutcomes.Outcomes> {
    /** By {@link #values(TeamDays)}. */
    static final String CONDITION = "has(teams, ?) AND " + TemplateOutcomes.WITHIN;

    /** By the first and the last second of the days. */
    static final String WITHIN = "finished_at >= toDateTime(?, 'UTC') AND finished_at < toDateTime(?, 'UTC')";

    /**
     * Tasks of one template that ended alike.
     *
     * @param people distinct, whom it is known of
     * @param anonymous whether some tasks are nobody's
     */
    record Outcomes(String template, String outcome, long tasks, long people, boolean anonymous) {
        String stage() {
            return Stages.OUTCOME + outcome;
        }
    }

    static List<Object> values(TeamDays days) {
        return List.of(
                days.teams().getFirst(),
                days.begin().getEpochSecond(),
                days.end().getEpochSecond());
    }

    @Override
    public String sql() {
        return "SELECT template, outcome, count(), uniqExactIf(actor, actor != " + StagePeople.NOBODY
                + "), max(actor = "
                + StagePeople.NOBODY + ") FROM template_outcomes FINAL WHERE " + CONDITION
                + " AND outcome IN ('completed', 'failed') GROUP BY template, outcome";
    }

    @Override
    public List<Object> values() {
        return values(days);
    }

    @Override
    public Outcomes row(ResultSet result) throws SQLException {
        return new Outcomes(
                result.getString(1), result.getString(2), result.getLong(3), result.getLong(4), result.getInt(5) == 1);
    }
}
