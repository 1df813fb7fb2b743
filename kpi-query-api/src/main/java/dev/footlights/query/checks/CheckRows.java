package dev.footlights.query.checks;

import dev.footlights.query.store.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Entities and those that pass, by the latest result of each check and entity before each moment. An entity belongs to the
 * teams that its latest result names.
 *
 * @param moments milliseconds
 * @param track only this one; all when empty
 */
record CheckRows(String team, Optional<String> track, List<Long> moments) implements Query<CheckRows.Counted> {
    CheckRows {
        moments = List.copyOf(moments);
    }

    /** Of one check, track, level and team before one moment. */
    record Counted(long moment, String check, String track, String level, String team, long entities, long passed) {}

    @Override
    public String sql() {
        return "SELECT moment, check AS of_check, latest.2 AS in_track, latest.3 AS at_level,"
                + " arrayJoin(latest.4) AS in_team, count(), sum(latest.1) FROM (SELECT"
                + " arrayJoin(CAST(?, 'Array(Int64)')) AS moment, check, entity,"
                + " argMax((passed, track, level, teams), checked_at) AS latest FROM check_results FINAL"
                + " WHERE toUnixTimestamp64Milli(checked_at) < moment GROUP BY moment, check, entity)"
                + " WHERE has(latest.4, ?)" + (track.isPresent() ? " AND latest.2 = ?" : "")
                + " GROUP BY moment, of_check, in_track, at_level, in_team"
                + " ORDER BY of_check, in_track, at_level, in_team, moment";
    }

    @Override
    public List<Object> values() {
        List<Object> values = new ArrayList<>();
        values.add(moments.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]")));
        values.add(team);
        track.ifPresent(values::add);
        return values;
    }

    @Override
    public Counted row(ResultSet result) throws SQLException {
        return new Counted(
                result.getLong(1),
                result.getString(2),
                result.getString(3),
                result.getString(4),
                result.getString(5),
                result.getLong(6),
                result.getLong(7));
    }
}
