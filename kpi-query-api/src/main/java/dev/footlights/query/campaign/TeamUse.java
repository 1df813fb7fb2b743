package dev.footlights.query.campaign;

import dev.footlights.query.store.Placeholders;
import dev.footlights.query.store.Query;
import dev.footlights.query.store.Slots;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** People of each team's roster who were active in each feature. */
record TeamUse(List<String> teams, List<String> features, Slots slots) implements Query<TeamUse.Use> {
    /** Of one team and feature; without anybody there is no row. */
    record Use(String team, String feature, long people) {}

    @Override
    public String sql() {
        return "SELECT team, feature, uniqExact(actor) FROM activity_facts WHERE events > 0 AND team IN "
                + Placeholders.in(teams.size()) + " AND feature IN " + Placeholders.in(features.size()) + " AND "
                + Slots.WITHIN
                + " AND (team, actor) IN (SELECT arrayJoin(teams), actor FROM roster FINAL WHERE active = 1)"
                + " GROUP BY team, feature";
    }

    @Override
    public List<Object> values() {
        List<Object> values = new ArrayList<>(teams);
        values.addAll(features);
        values.addAll(slots.bounds());
        return values;
    }

    @Override
    public Use row(ResultSet result) throws SQLException {
        return new Use(result.getString(1), result.getString(2), result.getLong(3));
    }
}
