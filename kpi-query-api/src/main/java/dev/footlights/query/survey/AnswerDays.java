package dev.footlights.query.survey;

import dev.footlights.query.company.Crowd;
import dev.footlights.query.store.Placeholders;
import dev.footlights.query.store.Query;
import dev.footlights.schemas.surveys.Question;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The days on which people of teams ever answered a question, in order.
 *
 * @param zone in which days begin
 * @param enough people who aren't too few
 */
record AnswerDays(String survey, Question question, List<String> teams, ZoneId zone, int enough)
        implements Query<AnswerDays.Day> {
    /** When the first and the last answered on a day, and how many and who did. */
    record Day(String team, Instant first, Instant last, long people, Crowd crowd) {}

    @Override
    public String sql() {
        return "SELECT in_team, min(moment) AS first, max(moment), uniqExact(actor), " + Crowd.expression("1", enough)
                + " FROM (SELECT arrayJoin(teams) AS in_team, actor, answered_at,"
                + " toUnixTimestamp64Milli(answered_at) AS moment FROM survey_answers FINAL"
                + " WHERE survey = ? AND question = ? AND in_team IN " + Placeholders.in(teams.size())
                + " AND " + (isText() ? TextPeople.ANSWERED : ScoreRows.ON_SCALE)
                + ") GROUP BY in_team, toDate(answered_at, ?) ORDER BY in_team, first";
    }

    private boolean isText() {
        return question.kind() == Question.Kind.TEXT;
    }

    @Override
    public List<Object> values() {
        List<Object> values = new ArrayList<>(List.of(survey, question.id()));
        values.addAll(teams);
        if (!isText()) {
            values.add((long) question.kind().lowest());
            values.add((long) question.kind().highest());
        }
        values.add(zone.getId());
        return values;
    }

    @Override
    public Day row(ResultSet result) throws SQLException {
        return new Day(
                result.getString(1),
                Instant.ofEpochMilli(result.getLong(2)),
                Instant.ofEpochMilli(result.getLong(3)),
                result.getLong(4),
                Crowd.parse(result.getString(5), enough));
    }
}
