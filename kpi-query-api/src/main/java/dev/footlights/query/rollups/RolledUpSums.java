package dev.footlights.query.rollups;

import dev.footlights.query.figures.Cell;
import dev.footlights.query.figures.Column;
import dev.footlights.query.figures.Scope;
import dev.footlights.query.period.Granularity;
import dev.footlights.query.store.FigureRow;
import dev.footlights.query.store.Placeholders;
import dev.footlights.query.store.Slots;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sums over shorter rollups than a period is long. People don't add up over time: the active ones of days make person-days.
 *
 * @param ranges not empty, each within one of the periods
 * @param periods that the rollups are added up to
 */
public record RolledUpSums(Column amount, Column base, Scope scope, List<RollupRange> ranges, Slots periods)
        implements RollupQuery<FigureRow> {
    public RolledUpSums {
        ranges = List.copyOf(ranges);
    }

    @Override
    public String sql() {
        return "SELECT team AS in_team, feature AS of_feature,"
                + " roundDown(toUnixTimestamp(period_start), CAST(?, 'Array(UInt32)')) AS start, 0 AS people,"
                + " sum(" + amount.text() + ") AS amount, sum(" + base.text() + ") AS base"
                + " FROM rollups_by_kind FINAL WHERE team IN "
                + Placeholders.in(scope.teams().size()) + " AND feature IN "
                + Placeholders.in(scope.features().size())
                + ranges.stream()
                        .map(
                                range ->
                                        "(period_kind = ? AND period_start >= toDateTime(?, 'UTC') AND period_start < toDateTime(?, 'UTC'))")
                        .collect(Collectors.joining(" OR ", " AND (", ")"))
                + " GROUP BY in_team, of_feature, start SETTINGS do_not_merge_across_partitions_select_final = 1";
    }

    @Override
    public List<Object> values() {
        List<Object> values = new ArrayList<>(List.of(periods.startsText()));
        values.addAll(scope.teams());
        values.addAll(scope.features());
        for (RollupRange range : ranges) {
            values.add(range.kind().text());
            values.add(range.from().getEpochSecond());
            values.add(range.to().getEpochSecond());
        }
        return values;
    }

    @Override
    public Set<Granularity> kinds() {
        return ranges.stream().map(RollupRange::kind).collect(Collectors.toSet());
    }

    @Override
    public List<FigureRow> rows(RollupTable table) {
        Map<Cell, FigureRow> rows = new HashMap<>();
        for (RollupRange range : ranges) {
            long end = range.to().getEpochSecond();
            table.read(range.kind(), scope, (team, feature, series) -> {
                for (int at = series.from(range.from().getEpochSecond());
                        at < series.size() && series.start(at) < end;
                        at++) {
                    Instant start = Instant.ofEpochSecond(periods.startOf(series.start(at)));
                    FigureRow row =
                            new FigureRow(team, feature, start, 0, series.value(amount, at), series.value(base, at));
                    rows.merge(row.cell(), row, FigureRow::plus);
                }
            });
        }
        return List.copyOf(rows.values());
    }

    @Override
    public FigureRow row(ResultSet result) throws SQLException {
        return FigureRow.of(result);
    }
}
