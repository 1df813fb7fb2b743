package dev.footlights.query.memory;

import dev.footlights.query.store.ClickHouse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * A copy of tables in memory, and how it follows them. Each insert leaves a trace of its rows in a table of changes, under the
 * moment it began. To catch up is to read what the inserts brought that weren't seen before. An insert that isn't answered yet may
 * show up later, under its earlier moment: so the last minutes are always looked at again. Safe for many threads.
 */
public abstract class Copy {
    /** More than the time in which an insert is given up by who writes it. */
    private static final Duration LONGEST_INSERT = Duration.ofSeconds(150);
    /** Changed rows that are read at once, as far as single inserts aren't larger. */
    private static final long ROWS_AT_ONCE = 50_000;

    private final ClickHouse clickHouse;
    private final ChangeTable changes;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Lock following = new ReentrantLock();
    private final Map<Long, Long> done = new HashMap<>();
    private final long loadedAt = System.nanoTime();
    private long latest;
    private volatile long followedAt = loadedAt - Duration.ofDays(1).toNanos();
    private volatile Instant followed = Instant.now();

    /**
     * Reads nothing yet.
     *
     * @param begunAt {@link #now} before the tables were read
     */
    protected Copy(ClickHouse clickHouse, ChangeTable changes, long begunAt) {
        this.clickHouse = clickHouse;
        this.changes = changes;
        this.latest = begunAt;
    }

    /** ClickHouse's time, in milliseconds since 1970. */
    protected static long now(ClickHouse clickHouse) {
        return clickHouse.runAnew(new ServerTime()).getFirst();
    }

    /** How much is held, in units of its own. */
    public abstract long size();

    /**
     * Reads what some inserts brought.
     *
     * @param moments of the inserts, milliseconds since 1970, not empty
     * @return false when the tables don't hold all of it yet
     */
    protected abstract boolean follow(ClickHouse tables, List<Long> moments);

    /** Reads from memory while nothing changes in it. */
    protected final <T> T reading(Supplier<T> work) {
        lock.readLock().lock();
        try {
            return work.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Changes what is in memory. */
    protected final void changing(Runnable work) {
        lock.writeLock().lock();
        try {
            work.run();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Whether it was loaded longer ago. */
    final boolean isOlderThan(Duration age) {
        return System.nanoTime() - loadedAt > age.toNanos();
    }

    /** Whether it has caught up so short a time ago. */
    final boolean followedWithin(Duration age) {
        return System.nanoTime() - followedAt < age.toNanos();
    }

    /** Whether it can still catch up: what is kept of changes is dropped some time, and a machine may have slept. */
    final boolean canFollow(Duration kept) {
        return Duration.between(followed, Instant.now()).abs().compareTo(kept) < 0;
    }

    /** Whether it knows what was in the tables at a moment of {@link System#nanoTime}. */
    final boolean knowsOf(long moment) {
        return followedAt - moment >= 0;
    }

    /**
     * Reads what has changed. Everything whose insert was answered before is there then. Nothing happens while another thread
     * does so.
     *
     * @param mostRows changed rows to read
     * @return false when there are more, and nothing was read
     */
    public final boolean catchUp(long mostRows) {
        if (!following.tryLock()) {
            return true;
        }
        try {
            long begun = System.nanoTime();
            Instant now = Instant.now();
            List<Inserts.Insert> unseen = unseen();
            if (unseen.stream().mapToLong(Inserts.Insert::rows).sum() > mostRows) {
                return false;
            }
            groups(unseen).forEach(this::follow);
            followedAt = begun;
            followed = now;
            return true;
        } finally {
            following.unlock();
        }
    }

    private List<Inserts.Insert> unseen() {
        List<Inserts.Insert> unseen = new ArrayList<>();
        for (Inserts.Insert insert : clickHouse.runAnew(new Inserts(changes, latest - LONGEST_INSERT.toMillis()))) {
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
        if (follow(clickHouse, inserts.stream().map(Inserts.Insert::at).toList())) {
            inserts.forEach(insert -> done.put(insert.at(), insert.rows()));
        }
    }
}
