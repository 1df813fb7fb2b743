package dev.footlights.query.templates;

import dev.footlights.query.store.Facts;
import dev.footlights.query.store.Query;
import dev.footlights.query.store.TeamDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How often each stage of templates was come to, and what runs saved.
 *
 * @param days of one team
 * @param template the only one; all when empty
 */
record StageSums(TeamDays days, Optional<String> template) implements Query<StageSums.Sum> {
    /**
     * Of one stage.
     *
     * @param events at least 1
     */
    record Sum(String template, String stage, long events, long savedMicroMinutes) {}

    @Override
    public String sql() {
        String facts = "SELECT item AS template, toString(action) AS stage,"
                + " sum(if(action = 'create', template_runs, events)) AS amount, sum(saved_micro_minutes) AS saved FROM "
                + Facts.LATEST + days.condition() + (template.isPresent() ? " AND item = ?" : "")
                + StageQuery.OF_TEMPLATES + " GROUP BY template, action HAVING amount > 0";
        String outcomes = "SELECT template, concat('" + StageQuery.OUTCOME + "', outcome) AS stage, count() AS amount,"
                + " toInt64(0) AS saved FROM template_outcomes FINAL WHERE " + TemplateOutcomes.CONDITION
                + (template.isPresent() ? " AND template = ?" : "") + " GROUP BY template, outcome";
        return "SELECT * FROM (" + facts + " UNION ALL " + outcomes + ")" + TeamDays.SETTINGS;
    }

    @Override
    public List<Object> values() {
        List<Object> values = new ArrayList<>(days.values());
        template.ifPresent(values::add);
        values.addAll(TemplateOutcomes.values(days));
        template.ifPresent(values::add);
        return values;
    }

    @Override
    public Sum row(ResultSet result) throws SQLException {
        return new Sum(result.getString(1), result.getString(2), result.getLong(3), result.getLong(4));
    }
}
