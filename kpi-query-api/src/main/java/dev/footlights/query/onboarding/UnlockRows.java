package dev.footlights.query.onboarding;

import dev.footlights.query.store.Placeholders;
import dev.footlights.query.store.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What each person had used first when, in teams.
 *
 * @param features not empty
 * @param end first uses before this moment, milliseconds
 */
record UnlockRows(List<String> teams, List<String> features, long end) implements Query<UnlockRows.Person> {
    /**
     * One person who has used at least one of the features in a team.
     *
     * @param firsts milliseconds of the first use by feature
     */
    record Person(String team, String actor, Map<String, Long> firsts) {}

    @Override
    public String sql() {
        return "SELECT toString(team), toString(actor), arrayStringConcat(groupArray("
                + "concat(feature, '=', toString(toUnixTimestamp64Milli(first_at)))), ',')"
                + " FROM first_uses FINAL WHERE team IN " + Placeholders.in(teams.size()) + " AND feature IN "
                + Placeholders.in(features.size())
                + " AND toUnixTimestamp64Milli(first_at) < ? GROUP BY team, actor ORDER BY team, actor";
    }

    @Override
    public List<Object> values() {
        List<Object> values = new ArrayList<>(teams);
        values.addAll(features);
        values.add(end);
        return values;
    }

    @Override
    public Person row(ResultSet result) throws SQLException {
        Map<String, Long> firsts = new HashMap<>();
        for (String use : result.getString(3).split(",", -1)) {
            int equals = use.indexOf('=');
            firsts.put(use.substring(0, equals), Long.valueOf(use.substring(equals + 1)));
        }
        return new Person(result.getString(1), result.getString(2), firsts);
    }
}
