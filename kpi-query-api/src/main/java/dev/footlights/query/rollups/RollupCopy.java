package dev.footlights.query.rollups;

import dev.footlights.query.memory.ChangeTable;
import dev.footlights.query.memory.Copy;
import dev.footlights.query.memory.TooLargeException;
import dev.footlights.query.store.ClickHouse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rollups of days, weeks and months in memory. Inserts leave the keys of their rows in rollup_changes; what the rollups hold
 * at these keys is read anew. An insert may be seen there before it is in the rollups, so it is done with only when these hold what
 * it brought.
 */
final class RollupCopy extends Copy {
    private final RollupTable table;

    private RollupCopy(ClickHouse clickHouse, RollupTable table, long begunAt) {
        super(clickHouse, ChangeTable.ROLLUP_CHANGES, begunAt);
        this.table = table;
    }

    /**
     * Reads everything.
     *
     * @param mostCells periods of teams and features
     * @throws TooLargeException when there are more
     */
    static RollupCopy load(ClickHouse clickHouse, long mostCells) throws TooLargeException {
        RollupTable table = new RollupTable();
        // What is inserted from now on is caught up with.
        long begunAt = now(clickHouse);
        for (RollupParts.Part part : clickHouse.runAnew(new RollupParts())) {
            for (LoadedSeries.Series series : clickHouse.runAnew(new LoadedSeries(part))) {
                series.addTo(table, part);
                if (table.cells() > mostCells) {
                    throw new TooLargeException("more than " + mostCells + " cells");
                }
            }
        }
        RollupCopy copy = new RollupCopy(clickHouse, table, begunAt);
        copy.catchUp(Long.MAX_VALUE);
        return copy;
    }

    /** Periods of teams and features. */
    @Override
    public long size() {
        return reading(table::cells);
    }

    /** The rows of a query whose kinds are {@link RollupTable#KINDS}. */
    <R> List<R> rows(RollupQuery<R> query) {
        return reading(() -> query.rows(table));
    }

    @Override
    protected boolean follow(ClickHouse tables, List<Long> moments) {
        List<Brought.Row> brought = tables.runAnew(new Brought(moments));
        List<ChangedRollups.Change> changes = tables.runAnew(new ChangedRollups(moments));
        Map<CellShard, Long> held = new HashMap<>();
        changing(() -> changes.forEach(change -> {
            change.addTo(table);
            held.putAll(change.held());
        }));
        return brought.stream().allMatch(row -> held.getOrDefault(row.key(), -1L) >= row.revision());
    }
}
