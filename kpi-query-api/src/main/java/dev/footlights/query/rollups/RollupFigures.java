package dev.footlights.query.rollups;

import dev.footlights.query.figures.Column;
import dev.footlights.query.figures.Scope;
import dev.footlights.query.period.Granularity;
import dev.footlights.query.period.Period;
import dev.footlights.query.store.FigureRow;
import dev.footlights.query.store.Placeholders;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Figures of whole periods of the reporting zone. Each person lives in one shard, so shards add up, people too.
 *
 * @param periods in order, perhaps with gaps
 */
public record RollupFigures(Column amount, Column base, Scope scope, Granularity granularity, List<Period> periods)
        implements RollupQuery<FigureRow> {
    public RollupFigures {
        periods = List.copyOf(periods);
    }

    @Override
    public String sql() {
        return "SELECT team AS in_team, feature AS of_feature, toUnixTimestamp(period_start) AS start,"
                + " sum(active_users) AS people, sum(" + amount.text() + ") AS amount,"
                + " sum(" + base.text() + ") AS base"
                + " FROM rollups_by_kind FINAL WHERE team IN "
                + Placeholders.in(scope.teams().size())
                + " AND period_kind = ? AND feature IN "
                + Placeholders.in(scope.features().size())
                + " AND period_start >= toDateTime(?, 'UTC') AND period_start <= toDateTime(?, 'UTC')"
                + (isWithoutGap()
                        ? ""
                        : " AND toUnixTimestamp(period_start) IN (SELECT arrayJoin(CAST(?, 'Array(UInt32)')))")
                + " GROUP BY in_team, of_feature, start SETTINGS do_not_merge_across_partitions_select_final = 1";
    }

    @Override
    public List<Object> values() {
        List<Object> values = new ArrayList<>(scope.teams());
        values.add(granularity.text());
        values.addAll(scope.features());
        values.add(periods.getFirst().start().getEpochSecond());
        values.add(periods.getLast().start().getEpochSecond());
        if (!isWithoutGap()) {
            values.add(periods.stream()
                    .map(period -> String.valueOf(period.start().getEpochSecond()))
                    .collect(Collectors.joining(",", "[", "]")));
        }
        return values;
    }

    private boolean isWithoutGap() {
        return IntStream.range(1, periods.size())
                .allMatch(next ->
                        periods.get(next).start().equals(periods.get(next - 1).end()));
    }

    @Override
    public Set<Granularity> kinds() {
        return Set.of(granularity);
    }

    @Override
    public List<FigureRow> rows(RollupTable table) {
        List<FigureRow> rows = new ArrayList<>();
        table.read(granularity, scope, (team, feature, series) -> {
            for (Period period : periods) {
                int at = series.at(period.start().getEpochSecond());
                if (at >= 0) {
                    rows.add(new FigureRow(
                            team,
                            feature,
                            period.start(),
                            series.value(Column.ACTIVE_USERS, at),
                            series.value(amount, at),
                            series.value(base, at)));
                }
            }
        });
        return rows;
    }

    @Override
    public FigureRow row(ResultSet result) throws SQLException {
        return FigureRow.of(result);
    }
}
