package dev.footlights.local.stack;

import java.time.Duration;

/**
 * How long to wait before a dead part is started again: twice as long each time in a row, from the first pause to the
 * longest. A part that lived long enough begins anew.
 *
 * @param first after the first death
 * @param longest never waits longer
 * @param steady life after which earlier deaths are forgotten
 */
public record RestartPause(Duration first, Duration longest, Duration steady) {
    private static final int MOST_DOUBLINGS = 20;

    /** From 1 s to 30 s; a minute of life is forgiven. */
    public static final RestartPause STANDARD =
            new RestartPause(Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofMinutes(1));

    /** The pause after the given number of deaths in a row, from 1. */
    public Duration after(int deaths) {
        Duration pause = first.multipliedBy(1L << Math.clamp(deaths - 1L, 0, MOST_DOUBLINGS));
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
