package dev.footlights.query.rollups;

import dev.footlights.query.memory.Held;
import dev.footlights.query.store.ClickHouse;
import java.util.List;

/**
 * Answers what is asked of the rollups: from memory once those of days, weeks and months are there, else from ClickHouse. Safe for
 * many threads.
 */
public final class Rollups {
    private static final int BYTES_OF_CELL = 80;
    private final ClickHouse clickHouse;
    private final Held<RollupCopy> memory;

    /**
     * Reads nothing yet.
     *
     * @param mostCells periods of teams and features to hold in memory; 0 holds none, and an eighth of the memory is the most
     */
    public Rollups(ClickHouse clickHouse, long mostCells) {
        this.clickHouse = clickHouse;
        this.memory = new Held<>("rollups", mostCells, BYTES_OF_CELL, most -> RollupCopy.load(clickHouse, most));
    }

    /**
     * All rows of a query, in any order: everything whose insert was answered before the last {@link #catchUp} is in them.
     *
     * @throws dev.footlights.query.store.UnavailableException as {@link ClickHouse#run}
     */
    public <R> List<R> run(RollupQuery<R> query) {
        return RollupTable.KINDS.containsAll(query.kinds())
                ? memory.copy().map(copy -> copy.rows(query)).orElseGet(() -> clickHouse.run(query))
                : clickHouse.run(query);
    }

    /** Periods of teams and features in memory; 0 while nothing is held. */
    public long cellsInMemory() {
        return memory.size();
    }

    /** Whether there is a copy in memory. */
    public boolean isInMemory() {
        return memory.isInMemory();
    }

    /** Has memory know all that the tables know now. */
    public void catchUp() {
        memory.catchUp();
    }
}
