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

/** Each day's active people, added up over the days of the reporting zone that begin in a period, as the amount. */
public record RolledUpPersonDays(Scope scope, Slots slots) implements RollupQuery<FigureRow> {
    @Override
    public String sql() {
        return "SELECT team AS in_team, feature AS of_feature, roundDown(toUnixTimestamp(period_start),"
                + " CAST(?, 'Array(UInt32)')) AS start, 0 AS people, sum(active_users) AS amount, 0 AS base"
                + " FROM rollups_by_kind FINAL WHERE team IN "
                + Placeholders.in(scope.teams().size()) + " AND period_kind = 'day' AND feature IN "
                + Placeholders.in(scope.features().size())
                + " AND period_start >= toDateTime(?, 'UTC') AND period_start < toDateTime(?, 'UTC')"
                + " GROUP BY in_team, of_feature, start SETTINGS do_not_merge_across_partitions_select_final = 1";
    }

    @Override
    public List<Object> values() {
        List<Object> values = new ArrayList<>(List.of(slots.startsText()));
        values.addAll(scope.teams());
        values.addAll(scope.features());
        values.addAll(List.of(slots.begin(), slots.end()));
        return values;
    }

    @Override
    public Set<Granularity> kinds() {
        return Set.of(Granularity.DAY);
    }

    @Override
    public List<FigureRow> rows(RollupTable table) {
        Map<Cell, FigureRow> rows = new HashMap<>();
        table.read(Granularity.DAY, scope, (team, feature, series) -> {
            for (int at = series.from(slots.begin()); at < series.size() && series.start(at) < slots.end(); at++) {
                Instant start = Instant.ofEpochSecond(slots.startOf(series.start(at)));
                FigureRow row = new FigureRow(team, feature, start, 0, series.value(Column.ACTIVE_USERS, at), 0);
                rows.merge(row.cell(), row, FigureRow::plus);
            }
        });
        return List.copyOf(rows.values());
    }

    @Override
    public FigureRow row(ResultSet result) throws SQLException {
        return FigureRow.of(result);
    }
}
