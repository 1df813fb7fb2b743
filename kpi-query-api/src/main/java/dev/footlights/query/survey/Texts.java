package dev.footlights.query.survey;

import dev.footlights.query.store.Query;
import dev.footlights.query.store.Slots;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Each person's last text to a question, without who, when or which team; ordered by a hash of the text, so that the order
 * tells nothing and is the same each time.
 *
 * @param most texts
 */
record Texts(String survey, String question, String team, Slots slots, long most) implements Query<String> {
    @Override
    public String sql() {
        return "SELECT argMax(trimBoth(answer), (answered_at, event_id)) AS last FROM survey_answers"
                + " WHERE survey = ? AND question = ? AND has(teams, ?)"
                + " AND toUnixTimestamp64Milli(answered_at) >= ? AND toUnixTimestamp64Milli(answered_at) < ?"
                + " AND notEmpty(trimBoth(answer)) GROUP BY actor ORDER BY sipHash64(last), last LIMIT ?";
    }

    @Override
    public List<Object> values() {
        return List.of(survey, question, team, slots.begin() * 1000, slots.end() * 1000, most);
    }

    @Override
    public String row(ResultSet result) throws SQLException {
        return result.getString(1);
    }
}
