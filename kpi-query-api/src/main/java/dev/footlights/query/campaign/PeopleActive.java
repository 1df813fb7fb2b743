package dev.footlights.query.campaign;

import dev.footlights.query.store.Placeholders;
import dev.footlights.query.store.Query;
import dev.footlights.query.store.Slots;
import dev.footlights.schemas.features.FeatureRules;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Distinct people of several teams who were active in the feature, or in any for {@code *}. */
record PeopleActive(List<String> teams, String feature, Slots slots) implements Query<Long> {
    @Override
    public String sql() {
        return "SELECT uniqExact(actor) FROM activity_facts WHERE events > 0 AND team IN "
                + Placeholders.in(teams.size())
                + (feature.equals(FeatureRules.ALL) ? "" : " AND feature = ?") + " AND " + Slots.WITHIN;
    }

    @Override
    public List<Object> values() {
        List<Object> values = new ArrayList<>(teams);
        if (!feature.equals(FeatureRules.ALL)) {
            values.add(feature);
        }
        values.addAll(slots.bounds());
        return values;
    }

    @Override
    public Long row(ResultSet result) throws SQLException {
        return result.getLong(1);
    }
}
