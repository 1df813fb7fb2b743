package dev.footlights.streams.sink;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Growing pauses between tries, each shortened by up to a half at random so that many instances don't march in step. */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LAST = Duration.ofSeconds(5);

    private Duration next = FIRST;

    Duration next() {
        Duration pause = next;
        next = next.multipliedBy(2);
        if (next.compareTo(LAST) > 0) {
            next = LAST;
        }
        long half = pause.toMillis() / 2;
        return Duration.ofMillis(half + ThreadLocalRandom.current().nextLong(half + 1));
    }
}
