package dev.footlights.query.memory;

import dev.footlights.query.store.UnavailableException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds a copy in memory: loads it in the background, has it follow ClickHouse, and gives it out only while it surely knows
 * what the tables know. Safe for many threads.
 */
public final class Held<C extends Copy> {
    private static final Logger log = LoggerFactory.getLogger(Held.class);

    /** Who didn't ask how fresh the tables are that long must ask ClickHouse. */
    private static final Duration FRESH = Duration.ofSeconds(2);
    /** What somebody changes in the tables by hand is seen after that. */
    private static final Duration RELOADED_AFTER = Duration.ofHours(1);
    /** Less than the tables of changes keep. */
    private static final Duration CHANGES_KEPT = Duration.ofHours(3);
    /** Changed rows for which an answer waits; more are read while ClickHouse answers. */
    private static final long MOST_CHANGES = 5_000;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);

    /** There are two kinds of copies, and for a while two of a kind. */
    private static final int SHARE_OF_MEMORY = 8;

    private final String what;
    private final long most;
    private final Loader<C> loader;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile @Nullable C copy;
    private volatile long notBefore = System.nanoTime();
    private volatile Duration pause = FIRST_PAUSE;
    /** Since when memory must know the tables: somebody may have been told how fresh they were then. */
    private volatile long told = System.nanoTime();

    /** Reads a copy. */
    public interface Loader<C> {
        /**
         * Reads everything.
         *
         * @param most how much may be held, in the copy's units
         * @throws TooLargeException when there is more than may be held
         */
        C load(long most) throws TooLargeException;
    }

    /**
     * Loads nothing yet.
     *
     * @param what is held, in the log
     * @param wanted how much may be held, in the copy's units; 0 holds nothing, and an eighth of Java's memory is the most
     * @param bytes that one unit takes, about
     */
    public Held(String what, long wanted, int bytes, Loader<C> loader) {
        this.what = what;
        this.most = Math.min(wanted, Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY / bytes);
        this.loader = loader;
    }

    /** The copy, when everything is in it whose insert was answered before the last {@link #catchUp}. */
    public Optional<C> copy() {
        C now = copy;
        return now != null && now.followedWithin(FRESH) && now.knowsOf(told) ? Optional.of(now) : Optional.empty();
    }

    /** How much is in memory; 0 while nothing is. */
    public long size() {
        C now = copy;
        return now == null ? 0 : now.size();
    }

    /** Whether there is a copy in memory. */
    public boolean isInMemory() {
        return copy != null;
    }

    /** Has memory know all that the tables know now. What takes long, to begin with all of it, is done meanwhile. */
    public synchronized void catchUp() {
        if (most == 0) {
            return;
        }
        long called = System.nanoTime();
        try {
            follow();
        } finally {
            told = called;
        }
    }

    private void follow() {
        C now = copy;
        if (now == null || now.isOlderThan(RELOADED_AFTER) || !now.canFollow(CHANGES_KEPT)) {
            meanwhile(this::load);
        }
        if (now == null || !now.canFollow(CHANGES_KEPT)) {
            return;
        }
        try {
            if (!now.catchUp(MOST_CHANGES)) {
                meanwhile(() -> now.catchUp(Long.MAX_VALUE));
            }
        } catch (UnavailableException e) {
            log.atDebug()
                    .addKeyValue("what", what)
                    .addKeyValue("reason", e.getMessage())
                    .log("memory doesn't follow");
        }
    }

    private void meanwhile(Runnable work) {
        if (System.nanoTime() - notBefore >= 0 && busy.compareAndSet(false, true)) {
            Thread.ofVirtual().name(what).start(() -> {
                try {
                    work.run();
                } catch (UnavailableException e) {
                    failed(e);
                } finally {
                    busy.set(false);
                }
            });
        }
    }

    /** ClickHouse is away, or can't read that much in the time of a query: it is asked less and less often. */
    private void failed(UnavailableException problem) {
        log.atWarn()
                .addKeyValue("what", what)
                .addKeyValue("reason", problem.getMessage())
                .addKeyValue("again", pause)
                .log("not loaded into memory: answers are read from ClickHouse");
        notBefore = System.nanoTime() + pause.toNanos();
        pause = pause.compareTo(RELOADED_AFTER) < 0 ? pause.multipliedBy(2) : RELOADED_AFTER;
    }

    private void load() {
        long begun = System.nanoTime();
        try {
            C loaded = loader.load(most);
            copy = loaded;
            pause = FIRST_PAUSE;
            log.atInfo()
                    .addKeyValue("what", what)
                    .addKeyValue("size", loaded.size())
                    .addKeyValue("milliseconds", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun))
                    .log("loaded into memory");
        } catch (TooLargeException e) {
            copy = null;
            notBefore = System.nanoTime() + RELOADED_AFTER.toNanos();
            log.atInfo()
                    .addKeyValue("what", what)
                    .addKeyValue("reason", e.getMessage())
                    .log("not held in memory");
        }
    }
}
