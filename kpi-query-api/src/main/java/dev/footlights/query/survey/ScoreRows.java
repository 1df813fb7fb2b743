package dev.footlights.query.survey;

import dev.footlights.query.company.Crowd;
import dev.footlights.query.store.Placeholders;
import dev.footlights.query.store.Query;
import dev.footlights.query.store.Slots;
import dev.footlights.schemas.surveys.Question;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * People of teams by the score of their last answer to a question in each period. Answers that aren't on the question's scale don't
 * count at all.
 *
 * @param enough people who aren't too few
 */
record ScoreRows(String survey, Question question, List<String> teams, Slots slots, int enough)
        implements Query<ScoreRows.Scored> {
    /** Whether an answer counts; by the lowest and the highest score. */
    static final String ON_SCALE = "score IS NOT NULL AND assumeNotNull(score) >= ? AND assumeNotNull(score) <= ?"
            + " AND floor(assumeNotNull(score)) = assumeNotNull(score)";

    /** People of a team and period who gave a score. */
    record Scored(String team, Instant start, int score, long people, Crowd crowd) {}

    @Override
    public String sql() {
        return "SELECT in_team, start, last, count(), " + Crowd.expression("1", enough)
                + " FROM (SELECT arrayJoin(teams) AS in_team,"
                + " roundDown(toUInt32(intDiv(toUnixTimestamp64Milli(answered_at), 1000)), CAST(?, 'Array(UInt32)'))"
                + " AS start, actor, argMax(assumeNotNull(score), (answered_at, event_id)) AS last"
                + " FROM survey_answers FINAL WHERE survey = ? AND question = ? AND in_team IN "
                + Placeholders.in(teams.size())
                + " AND toUnixTimestamp64Milli(answered_at) >= ? AND toUnixTimestamp64Milli(answered_at) < ?"
                + " AND " + ON_SCALE
                + " GROUP BY in_team, start, actor) GROUP BY in_team, start, last ORDER BY in_team, start, last";
    }

    @Override
    public List<Object> values() {
        List<Object> values = new ArrayList<>(List.of(slots.startsText(), survey, question.id()));
        values.addAll(teams);
        values.addAll(List.of(
                slots.begin() * 1000, slots.end() * 1000, (long) question.kind().lowest(), (long)
                        question.kind().highest()));
        return values;
    }

    @Override
    public Scored row(ResultSet result) throws SQLException {
        return new Scored(
                result.getString(1),
                Instant.ofEpochSecond(result.getLong(2)),
                (int) Math.round(result.getDouble(3)),
                result.getLong(4),
                Crowd.parse(result.getString(5), enough));
    }
}
