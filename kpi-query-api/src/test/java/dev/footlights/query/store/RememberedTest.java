package dev.footlights.query.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What is remembered, and for how long. */
class RememberedTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 500);
    private final AtomicInteger read = new AtomicInteger();
    private final List<Runnable> ahead = new ArrayList<>();
    private final Remembered<Integer> remembered =
            new Remembered<>(Duration.ofNanos(1_000), read::incrementAndGet, now::get, ahead::add);

    @Test
    void aMomentAgoIsGoodEnough() {
        assertThat(remembered.get()).isOne();
        now.addAndGet(999);
        assertThat(remembered.get()).isOne();
        now.addAndGet(1);
        assertThat(remembered.get()).isEqualTo(2);
    }

    @Test
    void whoAsksLateHasItReadForTheNext() {
        assertThat(remembered.get()).isOne();
        now.addAndGet(499);
        assertThat(remembered.get()).isOne();
        assertThat(ahead).isEmpty();
        now.addAndGet(1);
        assertThat(remembered.get()).isOne();
        assertThat(remembered.get()).isOne();
        assertThat(ahead).hasSize(1);
        ahead.removeFirst().run();
        now.addAndGet(998);
        assertThat(remembered.get()).isEqualTo(2);
        assertThat(ahead).as("it is in its second half again").hasSize(1);
    }

    /** The age counts from when reading began: what changed meanwhile may not be in it. */
    @Test
    void slowReadingIsOldWhenItEnds() {
        Remembered<Integer> slow = new Remembered<>(
                Duration.ofNanos(1_000),
                () -> {
                    now.addAndGet(1_000);
                    return read.incrementAndGet();
                },
                now::get,
                ahead::add);
        assertThat(slow.get()).isOne();
        assertThat(slow.get()).isEqualTo(2);
    }

    @Test
    void aFailureIsNotRemembered() {
        Remembered<Integer> failing = new Remembered<>(
                Duration.ofNanos(1_000),
                () -> {
                    if (read.incrementAndGet() == 1) {
                        throw new IllegalStateException("once");
                    }
                    return read.get();
                },
                now::get,
                ahead::add);
        assertThatThrownBy(failing::get).hasMessage("once");
        assertThat(failing.get()).isEqualTo(2);
    }

    /** Within bounds: here these are the same, so that time plays no part. */
    @Test
    void whatTakesLongIsKeptLonger() {
        Remembered<Integer> quick = Remembered.inProportion(10, Duration.ZERO, Duration.ZERO, read::incrementAndGet);
        assertThat(quick.get()).isOne();
        assertThat(quick.get()).isEqualTo(2);
        Remembered<Integer> slow =
                Remembered.inProportion(10, Duration.ofHours(1), Duration.ofHours(1), read::incrementAndGet);
        assertThat(slow.get()).isEqualTo(3);
        assertThat(slow.get()).isEqualTo(3);
    }
}
