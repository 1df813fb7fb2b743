package dev.footlights.query.rollups;

import dev.footlights.query.figures.Column;
import dev.footlights.query.figures.Scope;
import dev.footlights.query.period.Granularity;
import dev.footlights.query.store.Numbers;
import dev.footlights.query.store.Placeholders;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Weeks and days of the reporting zone in which people were there, beside cuts of a place's time: of the weeks between two
 * cuts, and of those before the first of them, the last; of the days the first, the last and the fullest. A place is missing
 * when all of these that matter have enough people.
 *
 * @param people which people: active or new ones
 * @param enough people
 * @param cuts where the time is cut, seconds since 1970, ascending, not empty
 * @param wholes those of the cuts after which the fullest day matters, and not the first and the last
 * @param days that matter, seconds since 1970, ascending; none when no week is cut within
 */
public record UnitsBesideCuts(
        Column people, int enough, Scope scope, List<Long> cuts, List<Long> wholes, List<Long> days)
        implements RollupQuery<UnitsBesideCuts.OfPlace> {
    /** The units of a team and a feature. */
    public record OfPlace(String team, String feature, List<Unit> units) {}

    /** A week or a day in which people were there. */
    public record Unit(boolean day, Instant start, long people) {}

    private static final int NUMBERS_OF_UNIT = 3;
    private static final String SEGMENT = "roundDown(start, CAST(?, 'Array(UInt32)'))";

    public UnitsBesideCuts {
        cuts = List.copyOf(cuts);
        wholes = List.copyOf(wholes);
        days = List.copyOf(days);
    }

    @Override
    public String sql() {
        String ofWeeks =
                "SELECT in_team, of_feature, [[0, toInt64(max(start)), toInt64(argMax(counted, start))]] AS beside,"
                        + " argMax(counted, start) AS fewest FROM ("
                        + counts("period_kind = 'week' AND period_start < toDateTime(?, 'UTC')")
                        + ") GROUP BY in_team, of_feature, " + SEGMENT;
        String ofDays =
                "SELECT in_team, of_feature, arrayMap(one -> [1, toInt64(one.1), toInt64(one.2)], arrayDistinct("
                        + "[(min(start), argMin(counted, start)), (max(start), argMax(counted, start)),"
                        + " (argMax(start, counted), max(counted))])) AS beside, if(has(CAST(?, 'Array(UInt32)'), "
                        + SEGMENT
                        + " AS segment), max(counted), least(argMin(counted, start), argMax(counted, start))) AS fewest FROM ("
                        + counts(
                                "period_kind = 'day' AND period_start >= toDateTime(?, 'UTC') AND period_start <= toDateTime(?, 'UTC')"
                                        + " AND toUnixTimestamp(period_start) IN (SELECT arrayJoin(CAST(?, 'Array(UInt32)')))")
                        + ") GROUP BY in_team, of_feature, segment";
        return "SELECT in_team, of_feature, arrayFlatten(groupArrayArray(beside)) FROM (" + ofWeeks
                + (days.isEmpty() ? "" : " UNION ALL " + ofDays)
                + ") GROUP BY in_team, of_feature HAVING min(fewest) < ?"
                + " SETTINGS do_not_merge_across_partitions_select_final = 1";
    }

    private String counts(String condition) {
        return "SELECT team AS in_team, feature AS of_feature, toUnixTimestamp(period_start) AS start, sum("
                + people.text()
                + ") AS counted FROM rollups_by_kind FINAL WHERE team IN "
                + Placeholders.in(scope.teams().size()) + " AND feature IN "
                + Placeholders.in(scope.features().size())
                + " AND " + condition + " GROUP BY in_team, of_feature, start HAVING counted != 0";
    }

    @Override
    public List<Object> values() {
        List<Object> values = new ArrayList<>(scope.teams());
        values.addAll(scope.features());
        values.add(cuts.getLast());
        List<Long> ends = new ArrayList<>(cuts);
        ends.addFirst(0L);
        values.add(ends.toString());
        if (!days.isEmpty()) {
            values.add(wholes.toString());
            values.add(cuts.toString());
            values.addAll(scope.teams());
            values.addAll(scope.features());
            values.add(days.getFirst());
            values.add(days.getLast());
            values.add(days.toString());
        }
        values.add((long) enough);
        return values;
    }

    @Override
    public Set<Granularity> kinds() {
        return Set.of(Granularity.WEEK, Granularity.DAY);
    }

    @Override
    public List<OfPlace> rows(RollupTable table) {
        NeededUnits needed = new NeededUnits(this);
        List<OfPlace> places = new ArrayList<>();
        for (String team : scope.teams()) {
            for (String feature : scope.features()) {
                needed.of(
                                team,
                                feature,
                                table.series(Granularity.WEEK, team, feature),
                                table.series(Granularity.DAY, team, feature))
                        .ifPresent(places::add);
            }
        }
        return places;
    }

    @Override
    public OfPlace row(ResultSet result) throws SQLException {
        long[] numbers = Numbers.read(result, 3);
        return new OfPlace(
                result.getString(1),
                result.getString(2),
                IntStream.range(0, numbers.length / NUMBERS_OF_UNIT)
                        .map(unit -> unit * NUMBERS_OF_UNIT)
                        .mapToObj(at ->
                                new Unit(numbers[at] == 1, Instant.ofEpochSecond(numbers[at + 1]), numbers[at + 2]))
                        .toList());
    }
}
