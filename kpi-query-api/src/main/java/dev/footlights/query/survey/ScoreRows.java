package dev.footlights.query.survey;

import dev.footlights.query.store.Query;
import dev.footlights.query.store.Slots;
import dev.footlights.schemas.surveys.Question;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * People by the score of their last answer to a question in each period. Answers that aren't on the question's scale don't
 * count at all.
 */
record ScoreRows(String survey, Question question, String team, Slots slots) implements Query<ScoreRows.Scored> {
    /** People of a period who gave a score. */
    record Scored(Instant start, int score, long people) {}

    @Override
    public String sql() {
        return "SELECT start, last, count() FROM (SELECT"
                + " roundDown(toUInt32(intDiv(toUnixTimestamp64Milli(answered_at), 1000)), CAST(?, 'Array(UInt32)'))"
                + " AS start, actor, argMax(assumeNotNull(score), (answered_at, event_id)) AS last"
                + " FROM survey_answers FINAL WHERE survey = ? AND question = ? AND has(teams, ?)"
                + " AND toUnixTimestamp64Milli(answered_at) >= ? AND toUnixTimestamp64Milli(answered_at) < ?"
                + " AND score IS NOT NULL AND assumeNotNull(score) >= ? AND assumeNotNull(score) <= ?"
                + " AND floor(assumeNotNull(score)) = assumeNotNull(score)"
                + " GROUP BY start, actor) GROUP BY start, last ORDER BY start, last";
    }

    @Override
    public List<Object> values() {
        return List.of(
                slots.startsText(),
                survey,
                question.id(),
                team,
                slots.begin() * 1000,
                slots.end() * 1000,
                (long) question.kind().lowest(),
                (long) question.kind().highest());
    }

    @Override
    public Scored row(ResultSet result) throws SQLException {
        return new Scored(
                Instant.ofEpochSecond(result.getLong(1)), (int) Math.round(result.getDouble(2)), result.getLong(3));
    }
}
