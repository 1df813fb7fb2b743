package dev.footlights.query.survey;

import dev.footlights.query.store.Query;
import dev.footlights.query.store.Slots;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** How many people answered a question with text in each period. */
record TextPeople(String survey, String question, String team, Slots slots) implements Query<TextPeople.People> {
    /** Of one period. */
    record People(Instant start, long people) {}

    @Override
    public String sql() {
        return "SELECT roundDown(toUInt32(intDiv(toUnixTimestamp64Milli(answered_at), 1000)),"
                + " CAST(?, 'Array(UInt32)')) AS start, uniqExact(actor) FROM survey_answers"
                + " WHERE survey = ? AND question = ? AND has(teams, ?)"
                + " AND toUnixTimestamp64Milli(answered_at) >= ? AND toUnixTimestamp64Milli(answered_at) < ?"
                + " AND notEmpty(trimBoth(answer)) GROUP BY start";
    }

    @Override
    public List<Object> values() {
        return List.of(slots.startsText(), survey, question, team, slots.begin() * 1000, slots.end() * 1000);
    }

    @Override
    public People row(ResultSet result) throws SQLException {
        return new People(Instant.ofEpochSecond(result.getLong(1)), result.getLong(2));
    }
}
