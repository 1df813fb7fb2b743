package dev.footlights.query.store;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What changes seldom enough that an answer of a moment ago is still good. Those who ask while it is being read get what is
 * read for the first of them. In the second half of its life it is read again while it is still given, so that who asks often
 * doesn't wait for it. Safe for many threads.
 */
public final class Remembered<V> {
    private static final Logger log = LoggerFactory.getLogger(Remembered.class);

    private record Known<V>(V value, long readAt, long ageNanos) {}

    /** How old what was read may become, by how long that took. */
    private interface Age {
        long nanos(long reading);
    }

    private final SingleFlight<String, V> flight;
    private final LongSupplier nanoTime;
    private final Executor ahead;
    private final AtomicBoolean readingAhead = new AtomicBoolean();
    private volatile @Nullable Known<V> known;

    /** @param age at which it is read anew */
    public Remembered(Duration age, Supplier<V> reading) {
        this(age, reading, System::nanoTime, Thread::startVirtualThread);
    }

    /**
     * One that is read anew at an age of so many times as reading took, so that it takes a small part of all time.
     *
     * @param most age
     */
    public static <V> Remembered<V> inProportion(int times, Duration least, Duration most, Supplier<V> reading) {
        return new Remembered<>(
                read -> Math.clamp(read * times, least.toNanos(), most.toNanos()),
                reading,
                System::nanoTime,
                Thread::startVirtualThread);
    }

    /** @param ahead runs what is read before it must be */
    Remembered(Duration age, Supplier<V> reading, LongSupplier nanoTime, Executor ahead) {
        this(read -> age.toNanos(), reading, nanoTime, ahead);
    }

    private Remembered(Age age, Supplier<V> reading, LongSupplier nanoTime, Executor ahead) {
        this.ahead = ahead;
        this.nanoTime = nanoTime;
        this.flight = new SingleFlight<>(all -> {
            // It is as old as the moment at which reading began.
            long begun = nanoTime.getAsLong();
            V value = reading.get();
            known = new Known<>(value, begun, age.nanos(nanoTime.getAsLong() - begun));
            return value;
        });
    }

    /** What was read at most that long ago, or what reading throws. */
    public V get() {
        Known<V> now = known;
        long age = now == null ? 0 : nanoTime.getAsLong() - now.readAt;
        if (now == null || age >= now.ageNanos) {
            return flight.get("");
        }
        if (age >= now.ageNanos / 2 && readingAhead.compareAndSet(false, true)) {
            ahead.execute(this::readAhead);
        }
        return now.value;
    }

    private void readAhead() {
        try {
            flight.get("");
        } catch (RuntimeException e) {
            // Who must have it reads it, and is told.
            log.atDebug().setCause(e).log("not read ahead");
        } finally {
            readingAhead.set(false);
        }
    }
}
