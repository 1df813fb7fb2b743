package dev.footlights.query.templates;

import dev.footlights.query.store.Facts;
import dev.footlights.query.store.Query;
import dev.footlights.query.store.TeamDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The templates that were run within the days.
 *
 * @param days of one team
 * @param most rows that are given
 */
record TemplateRuns(TeamDays days, int most) implements Query<TemplateRuns.Runs> {
    /** Of one template. */
    record Runs(String template, long runs, long people, long savedMicroMinutes, Instant lastRun) {}

    @Override
    public String sql() {
        return "SELECT template, sum(template_runs), uniqExact(actor), sum(saved_micro_minutes),"
                + " toUnixTimestamp64Milli(max(last_at)) FROM " + Facts.LATEST_OF_TEMPLATES + days.condition()
                + " AND action = 'create' WHERE template_runs > 0"
                + " GROUP BY template LIMIT ?" + TeamDays.SETTINGS;
    }

    @Override
    public List<Object> values() {
        List<Object> values = new ArrayList<>(days.values());
        values.add((long) most);
        return values;
    }

    @Override
    public Runs row(ResultSet result) throws SQLException {
        return new Runs(
                result.getString(1),
                result.getLong(2),
                result.getLong(3),
                result.getLong(4),
                Instant.ofEpochMilli(result.getLong(5)));
    }
}
