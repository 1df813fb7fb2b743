package dev.footlights.local.send;

import java.net.http.HttpHeaders;
import java.time.Duration;

/**
 * How long to go on when the service is busy or away.
 *
 * @param first pause; doubles each time
 * @param longest pause
 * @param patience without any success, after which sending is given up
 */
public record RetryPolicy(Duration first, Duration longest, Duration patience) {
    private static final int MOST_DOUBLINGS = 20;

    /** From 0.2 s to 10 s, for five minutes. */
    public static final RetryPolicy STANDARD =
            new RetryPolicy(Duration.ofMillis(200), Duration.ofSeconds(10), Duration.ofMinutes(5));

    /** The pause after the given number of failures in a row, from 1. */
    Duration pause(int failures) {
        Duration pause = first.multipliedBy(1L << Math.clamp(failures - 1L, 0, MOST_DOUBLINGS));
        return pause.compareTo(longest) < 0 ? pause : longest;
    }

    /** The pause that the service asks for, in whole seconds, else our own. */
    Duration pause(int failures, HttpHeaders headers) {
        String asked = headers.firstValue("Retry-After").orElse("");
        if (!asked.matches("\\d{1,6}")) {
            return pause(failures);
        }
        Duration pause = Duration.ofSeconds(Long.parseLong(asked));
        return pause.compareTo(patience) < 0 ? pause : patience;
    }
}
