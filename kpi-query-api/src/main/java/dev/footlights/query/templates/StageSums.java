package dev.footlights.query.templates;

import dev.footlights.query.store.Facts;
import dev.footlights.query.store.Query;
import dev.footlights.query.store.TeamDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** How often each stage of templates was come to, and what runs saved. */
record StageSums(Stages stages) implements Query<StageSums.Sum> {
    /**
     * Of one stage.
     *
     * @param code of the template, as {@link StagePeople} has it
     * @param events at least 1
     */
    record Sum(String code, String template, String stage, long events, long savedMicroMinutes) {}

    @Override
    public String sql() {
        String facts = "SELECT toString(template) AS template, toString(action) AS stage, sum(" + Stages.TIMES
                + ") AS times, sum(saved_micro_minutes) AS saved FROM " + Facts.LATEST_OF_TEMPLATES + stages.facts()
                + " GROUP BY template, action HAVING times > 0";
        String outcomes = "SELECT template, concat('" + Stages.OUTCOME + "', outcome) AS stage, count() AS times,"
                + " toInt64(0) AS saved FROM template_outcomes FINAL WHERE " + stages.outcomes()
                + " GROUP BY template, outcome";
        return "SELECT hex(" + Stages.CODE + "), * FROM (" + facts + " UNION ALL " + outcomes + ")" + TeamDays.SETTINGS;
    }

    @Override
    public List<Object> values() {
        return stages.values();
    }

    @Override
    public Sum row(ResultSet result) throws SQLException {
        return new Sum(
                result.getString(1), result.getString(2), result.getString(3), result.getLong(4), result.getLong(5));
    }
}
