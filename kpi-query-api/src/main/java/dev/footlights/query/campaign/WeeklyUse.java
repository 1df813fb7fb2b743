package dev.footlights.query.campaign;

import dev.footlights.query.store.Facts;
import dev.footlights.query.store.Placeholders;
import dev.footlights.query.store.Query;
import dev.footlights.query.store.Slots;
import dev.footlights.schemas.features.FeatureRules;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What teams did in each week.
 *
 * @param feature one, or {@code *} for all together
 * @param slots the weeks
 */
record WeeklyUse(LiftMeasure measure, List<String> teams, String feature, Slots slots)
        implements Query<WeeklyUse.Week> {
    /** A team's week; a week without use has no row. */
    record Week(String team, double amount) {}

    @Override
    public String sql() {
        return "SELECT team, " + Slots.START_OF_SLOT + " AS start, toFloat64(" + measure.expression() + ")"
                + " FROM " + Facts.LATEST + "team IN " + Placeholders.in(teams.size())
                + (feature.equals(FeatureRules.ALL) ? "" : " AND feature = ?") + " AND " + Slots.WITHIN
                + " GROUP BY team, start ORDER BY team, start"
                + " SETTINGS do_not_merge_across_partitions_select_final = 1";
    }

    @Override
    public List<Object> values() {
        List<Object> values = new ArrayList<>(List.of(slots.startsText()));
        values.addAll(teams);
        if (!feature.equals(FeatureRules.ALL)) {
            values.add(feature);
        }
        values.addAll(slots.bounds());
        return values;
    }

    @Override
    public Week row(ResultSet result) throws SQLException {
        return new Week(result.getString(1), result.getDouble(3));
    }
}
