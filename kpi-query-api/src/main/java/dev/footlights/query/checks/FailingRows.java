package dev.footlights.query.checks;

import dev.footlights.query.store.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Entities of a team whose latest result of a check before a moment isn't passed. Entities aren't people. */
record FailingRows(String team, Optional<String> track, long moment) implements Query<Map<String, Object>> {
    @Override
    public String sql() {
        return "SELECT check AS of_check, entity AS of_entity, latest.2, latest.3, latest.5, latest.6 FROM (SELECT check,"
                + " entity, argMax((passed, track, level, teams, fact,"
                + " formatDateTime(checked_at, '%Y-%m-%dT%H:%i:%SZ', 'UTC')), checked_at) AS latest"
                + " FROM check_results FINAL WHERE toUnixTimestamp64Milli(checked_at) < ? GROUP BY check, entity)"
                + " WHERE latest.1 = 0 AND has(latest.4, ?)" + (track.isPresent() ? " AND latest.2 = ?" : "")
                + " ORDER BY of_check, of_entity";
    }

    @Override
    public List<Object> values() {
        List<Object> values = new ArrayList<>(List.of(moment, team));
        track.ifPresent(values::add);
        return values;
    }

    @Override
    public Map<String, Object> row(ResultSet result) throws SQLException {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("check", result.getString(1));
        row.put("entity", result.getString(2));
        row.put("track", result.getString(3));
        row.put("level", result.getString(4));
        row.put("fact", result.getString(5));
        row.put("checkedAt", result.getString(6));
        return row;
    }
}
