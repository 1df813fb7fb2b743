package dev.footlights.query.store;

import dev.footlights.query.figures.Column;
import dev.footlights.query.figures.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/**
 * Weeks of the reporting zone in which people were there: those between two cuts that lie next to one of them.
 *
 * @param people which people: active or new ones
 * @param cuts where the time is cut
 */
public record WeeksBesideCuts(Column people, Scope scope, List<Long> cuts) implements Query<WeeksBesideCuts.Beside> {
    /** The first and the last week with people between two cuts, which may be the same. */
    public record Beside(FigureRow first, FigureRow last) {}

    public WeeksBesideCuts {
        cuts = List.copyOf(cuts);
    }

    /**
     * Beside the cuts.
     *
     * @param cuts whole seconds
     */
    public static WeeksBesideCuts of(Column people, Scope scope, SortedSet<Instant> cuts) {
        return new WeeksBesideCuts(
                people, scope, cuts.stream().map(Instant::getEpochSecond).toList());
    }

    @Override
    public String sql() {
        // Everything before the first cut is gathered under 0.
        return "SELECT in_team, of_feature, min(start), argMin(counted, start), max(start), argMax(counted, start) FROM ("
                + "SELECT team AS in_team, feature AS of_feature, toUnixTimestamp(period_start) AS start, sum("
                + people.text() + ") AS counted FROM rollups_by_kind FINAL WHERE period_kind = 'week' AND team IN "
                + Placeholders.in(scope.teams().size()) + " AND feature IN "
                + Placeholders.in(scope.features().size())
                + " GROUP BY in_team, of_feature, start HAVING counted != 0"
                + ") GROUP BY in_team, of_feature, roundDown(start, CAST(?, 'Array(UInt32)'))"
                + " SETTINGS do_not_merge_across_partitions_select_final = 1";
    }

    @Override
    public List<Object> values() {
        List<Object> values = new ArrayList<>(scope.teams());
        values.addAll(scope.features());
        List<Long> begins = new ArrayList<>(List.of(0L));
        begins.addAll(cuts);
        values.add(begins.toString());
        return values;
    }

    @Override
    public Beside row(ResultSet result) throws SQLException {
        return new Beside(week(result, 3), week(result, 5));
    }

    private static FigureRow week(ResultSet result, int column) throws SQLException {
        long people = result.getLong(column + 1);
        return new FigureRow(
                result.getString(1),
                result.getString(2),
                Instant.ofEpochSecond(result.getLong(column)),
                people,
                people,
                0);
    }
}
