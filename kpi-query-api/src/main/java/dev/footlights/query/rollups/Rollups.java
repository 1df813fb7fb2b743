package dev.footlights.query.rollups;

import dev.footlights.query.store.ClickHouse;
import dev.footlights.query.store.UnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what is asked of the rollups: from memory once those of days, weeks and months are there, else from ClickHouse. Safe for
 * many threads.
 */
public final class Rollups {
    private static final Logger log = LoggerFactory.getLogger(Rollups.class);

    /** Who didn't ask how fresh the tables are that long is answered from ClickHouse. */
    private static final Duration FRESH = Duration.ofSeconds(2);
    /** What somebody changes in the tables by hand is seen after that; shorter than changes are kept. */
    private static final Duration RELOADED_AFTER = Duration.ofHours(1);

    /** Changed rows for which an answer waits; more are read while ClickHouse answers. */
    private static final long MOST_CHANGES = 5_000;

    private static final Duration TRIED_AGAIN_AFTER = Duration.ofSeconds(10);
    private static final int BYTES_OF_CELL = 64;
    private static final int SHARE_OF_MEMORY = 4;

    private final ClickHouse clickHouse;
    private final long mostCells;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile @Nullable RollupCopy copy;
    private volatile long notBefore = System.nanoTime();
    /** Since when memory must know the tables: somebody may have been told how fresh they were then. */
    private volatile long told = System.nanoTime();

    /** @param mostCells periods of teams and features to hold in memory; 0 holds none, and a quarter of the memory is the most */
    public Rollups(ClickHouse clickHouse, long mostCells) {
        this.clickHouse = clickHouse;
        this.mostCells = Math.min(mostCells, Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY / BYTES_OF_CELL);
    }

    /**
     * All rows of a query, in any order: everything whose insert was answered before the last {@link #catchUp} is in them.
     *
     * @throws UnavailableException as {@link ClickHouse#run}
     */
    public <R> List<R> run(RollupQuery<R> query) {
        RollupCopy now = copy;
        return now != null
                        && now.followedWithin(FRESH)
                        && now.knowsOf(told)
                        && RollupTable.KINDS.containsAll(query.kinds())
                ? now.rows(query)
                : clickHouse.run(query);
    }

    /** Periods of teams and features in memory; 0 while nothing is held. */
    public long cellsInMemory() {
        RollupCopy now = copy;
        return now == null ? 0 : now.cells();
    }

    /** Whether there is a copy in memory. */
    public boolean isInMemory() {
        return copy != null;
    }

    /** Has memory know all that the tables know now. What takes long, to begin with all of it, is done meanwhile. */
    public synchronized void catchUp() {
        long called = System.nanoTime();
        try {
            follow();
        } finally {
            told = called;
        }
    }

    private void follow() {
        RollupCopy now = copy;
        if (now == null || now.isOlderThan(RELOADED_AFTER)) {
            meanwhile(this::load);
        }
        if (now == null) {
            return;
        }
        try {
            if (!now.catchUp(MOST_CHANGES)) {
                meanwhile(() -> now.catchUp(Long.MAX_VALUE));
            }
        } catch (UnavailableException e) {
            log.atDebug().addKeyValue("reason", e.getMessage()).log("rollups in memory don't follow ClickHouse");
        }
    }

    private void meanwhile(Runnable work) {
        if (mostCells > 0 && System.nanoTime() - notBefore >= 0 && busy.compareAndSet(false, true)) {
            Thread.ofVirtual().name("rollups").start(() -> {
                try {
                    work.run();
                } catch (UnavailableException e) {
                    notBefore = System.nanoTime() + TRIED_AGAIN_AFTER.toNanos();
                    log.atDebug().addKeyValue("reason", e.getMessage()).log("rollups not read into memory");
                } finally {
                    busy.set(false);
                }
            });
        }
    }

    private void load() {
        long begun = System.nanoTime();
        try {
            RollupCopy loaded = RollupCopy.load(clickHouse, mostCells);
            copy = loaded;
            log.atInfo()
                    .addKeyValue("cells", loaded.cells())
                    .addKeyValue("milliseconds", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun))
                    .log("rollups of days, weeks and months are in memory");
        } catch (RollupCopy.TooLargeException e) {
            copy = null;
            notBefore = System.nanoTime() + RELOADED_AFTER.toNanos();
            log.atInfo().addKeyValue("reason", e.getMessage()).log("rollups are not held in memory");
        }
    }
}
