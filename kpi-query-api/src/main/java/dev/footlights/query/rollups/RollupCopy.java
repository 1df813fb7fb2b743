package dev.footlights.query.rollups;

import dev.footlights.query.store.ClickHouse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The rollups of days, weeks and months in memory, and how they follow ClickHouse. Each insert into the rollups leaves its rows'
 * keys in rollup_changes under the moment it began. To catch up is to read what is there at the keys of the inserts that weren't
 * seen before. An insert that isn't answered yet may show up later, under its earlier moment, and in one table before the other:
 * so the last minutes are always looked at again, and an insert is done with only when the rollups hold what it brought. Safe for
 * many threads.
 */
final class RollupCopy {
    /** More than the time in which an insert is given up by who writes it. */
    private static final Duration LONGEST_INSERT = Duration.ofSeconds(150);
    /** Changed rows that are read at once, as far as single inserts aren't larger. */
    private static final long ROWS_AT_ONCE = 50_000;

    private final ClickHouse clickHouse;
    private final RollupTable table;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Lock following = new ReentrantLock();
    private final Map<Long, Long> done = new HashMap<>();
    private final long loadedAt = System.nanoTime();
    private long latest;
    private volatile long followedAt;

    private RollupCopy(ClickHouse clickHouse, RollupTable table, long begunAt) {
        this.clickHouse = clickHouse;
        this.table = table;
        this.latest = begunAt;
        this.followedAt = loadedAt - Duration.ofDays(1).toNanos();
    }

    /** There is more than may be held. */
    static final class TooLargeException extends Exception {
        TooLargeException(long most) {
            super("more than " + most + " cells");
        }
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
        long begunAt = clickHouse.runAnew(new ServerTime()).getFirst();
        for (RollupParts.Part part : clickHouse.runAnew(new RollupParts())) {
            for (LoadedSeries.Series series : clickHouse.runAnew(new LoadedSeries(part))) {
                series.addTo(table, part);
                if (table.cells() > mostCells) {
                    throw new TooLargeException(mostCells);
                }
            }
        }
        RollupCopy copy = new RollupCopy(clickHouse, table, begunAt);
        copy.catchUp(Long.MAX_VALUE);
        return copy;
    }

    /** Whether it was loaded longer ago. */
    boolean isOlderThan(Duration age) {
        return System.nanoTime() - loadedAt > age.toNanos();
    }

    /** Whether it has caught up so short a time ago. */
    boolean followedWithin(Duration age) {
        return System.nanoTime() - followedAt < age.toNanos();
    }

    /** Whether it knows what was in the tables at a moment of {@link System#nanoTime}. */
    boolean knowsOf(long moment) {
        return followedAt - moment >= 0;
    }

    /** Periods of teams and features. */
    long cells() {
        lock.readLock().lock();
        try {
            return table.cells();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** The rows of a query whose kinds are {@link RollupTable#KINDS}. */
    <R> List<R> rows(RollupQuery<R> query) {
        lock.readLock().lock();
        try {
            return query.rows(table);
        } finally {
            lock.readLock().unlock();
        }
    }

    /**
     * Reads what has changed. Everything whose insert was answered before is there then, and {@link #followedWithin} says so.
     * Nothing happens while another thread does so.
     *
     * @param mostRows changed rows to read
     * @return false when there are more, and nothing was read
     */
    boolean catchUp(long mostRows) {
        if (!following.tryLock()) {
            return true;
        }
        try {
            long begun = System.nanoTime();
            List<Inserts.Insert> unseen = unseen();
            if (unseen.stream().mapToLong(Inserts.Insert::rows).sum() > mostRows) {
                return false;
            }
            groups(unseen).forEach(this::follow);
            followedAt = begun;
            return true;
        } finally {
            following.unlock();
        }
    }

    private List<Inserts.Insert> unseen() {
        List<Inserts.Insert> unseen = new ArrayList<>();
        for (Inserts.Insert insert : clickHouse.runAnew(new Inserts(latest - LONGEST_INSERT.toMillis()))) {
            latest = Math.max(latest, insert.at());
            if (insert.rows() > done.getOrDefault(insert.at(), 0L)) {
                unseen.add(insert);
            }
        }
        done.keySet().removeIf(moment -> moment <= latest - LONGEST_INSERT.toMillis());
        return unseen;
    }

    private static List<List<Inserts.Insert>> groups(List<Inserts.Insert> inserts) {
        List<List<Inserts.Insert>> groups = new ArrayList<>();
        long room = 0;
        for (Inserts.Insert insert : inserts) {
            if (insert.rows() > room) {
                groups.add(new ArrayList<>());
                room = ROWS_AT_ONCE;
            }
            groups.getLast().add(insert);
            room -= insert.rows();
        }
        return groups;
    }

    private void follow(List<Inserts.Insert> inserts) {
        List<Long> moments = inserts.stream().map(Inserts.Insert::at).toList();
        List<Brought.Row> brought = clickHouse.runAnew(new Brought(moments));
        List<ChangedRollups.Change> changes = clickHouse.runAnew(new ChangedRollups(moments));
        Map<CellShard, Long> held = new HashMap<>();
        lock.writeLock().lock();
        try {
            changes.forEach(change -> {
                change.addTo(table);
                held.putAll(change.held());
            });
        } finally {
            lock.writeLock().unlock();
        }
        if (brought.stream().allMatch(row -> held.getOrDefault(row.key(), -1L) >= row.revision())) {
            inserts.forEach(insert -> done.put(insert.at(), insert.rows()));
        }
    }
}
