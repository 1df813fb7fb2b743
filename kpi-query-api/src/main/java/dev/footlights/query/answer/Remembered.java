package dev.footlights.query.answer;

import dev.footlights.query.store.SingleFlight;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What changes seldom enough that an answer of a moment ago is still good. Those who ask while it is being read get what is
 * read for the first of them. Safe for many threads.
 */
public final class Remembered<V> {
    private record Known<V>(V value, long readAt) {}

    private final SingleFlight<String, V> flight;
    private final long ageNanos;
    private final LongSupplier nanoTime;
    private volatile @Nullable Known<V> known;

    /** @param age at which it is read anew */
    public Remembered(Duration age, Supplier<V> reading) {
        this(age, reading, System::nanoTime);
    }

    Remembered(Duration age, Supplier<V> reading, LongSupplier nanoTime) {
        this.ageNanos = age.toNanos();
        this.nanoTime = nanoTime;
        this.flight = new SingleFlight<>(all -> {
            // It is as old as the moment at which reading began.
            long begun = nanoTime.getAsLong();
            V value = reading.get();
            known = new Known<>(value, begun);
            return value;
        });
    }

    /** What was read at most that long ago, or what reading throws. */
    public V get() {
        Known<V> now = known;
        return now != null && nanoTime.getAsLong() - now.readAt < ageNanos ? now.value : flight.get("");
    }
}
