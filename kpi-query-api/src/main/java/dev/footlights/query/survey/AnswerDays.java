package dev.footlights.query.survey;

import dev.footlights.query.rounds.Day;
import dev.footlights.query.store.Placeholders;
import dev.footlights.query.store.Query;
import dev.footlights.schemas.surveys.Question;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The days on which people of teams ever answered a question, in order.
 *
 * @param zone in which days begin
 * @param enough people who aren't too few
 */
record AnswerDays(String survey, Question question, List<String> teams, ZoneId zone, int enough) implements Query<Day> {
    @Override
    public String sql() {
        return Day.sql(
                "SELECT arrayJoin(teams) AS in_team, actor, toUnixTimestamp64Milli(answered_at) AS moment FROM survey_answers"
                        + " FINAL WHERE survey = ? AND question = ? AND in_team IN " + Placeholders.in(teams.size())
                        + " AND " + (isText() ? TextPeople.ANSWERED : ScoreRows.ON_SCALE),
                enough);
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
        return Day.of(result, enough);
    }
}
