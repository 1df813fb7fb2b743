package dev.footlights.query.survey;

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
 * How many people of teams answered a question with text in each period.
 *
 * @param enough people who aren't too few
 */
record TextPeople(String survey, String question, List<String> teams, Slots slots, int enough)
        implements Query<TextPeople.People> {
    /** Whether it is an answer. */
    static final String ANSWERED = "notEmpty(trimBoth(answer))";

    /** Of one team and period. */
    record People(String team, Instant start, long people, Crowd crowd) {}

    @Override
    public String sql() {
        return "SELECT arrayJoin(teams) AS in_team, roundDown(toUInt32(intDiv(toUnixTimestamp64Milli(answered_at), 1000)),"
                + " CAST(?, 'Array(UInt32)')) AS start, uniqExact(actor), " + Crowd.expression("1", enough)
                + " FROM survey_answers"
                + " WHERE survey = ? AND question = ? AND in_team IN "
                + Placeholders.in(teams.size())
                + " AND toUnixTimestamp64Milli(answered_at) >= ? AND toUnixTimestamp64Milli(answered_at) < ?"
                + " AND " + ANSWERED + " GROUP BY in_team, start";
    }

    @Override
    public List<Object> values() {
        List<Object> values = new ArrayList<>(List.of(slots.startsText(), survey, question));
        values.addAll(teams);
        values.addAll(List.of(slots.begin() * 1000, slots.end() * 1000));
        return values;
    }

    @Override
    public People row(ResultSet result) throws SQLException {
        return new People(
                result.getString(1),
                Instant.ofEpochSecond(result.getLong(2)),
                result.getLong(3),
                Crowd.parse(result.getString(4), enough));
    }
}
