package dev.footlights.local.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * What a demo is made from: the same plan gives the same bytes.
 *
 * @param seed of every choice
 * @param end nothing happens at or after it
 */
public record DemoPlan(long seed, Instant end) {
    /** Eight weeks. */
    static final int DAYS = 56;

    /** The seed of {@code up --demo}. */
    public static final long SEED = 2026;

    private static final int HACKATHON_FIRST_DAY = 37;

    /** The first day, in UTC. */
    LocalDate firstDay() {
        return lastDay().minusDays(DAYS - 1L);
    }

    /** The day of the end, in UTC. */
    LocalDate lastDay() {
        return end.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** Thursday and Friday of the week that holds the 38th day. */
    boolean hackathon(LocalDate day) {
        return day.equals(hackathonStart()) || day.equals(hackathonStart().plusDays(1));
    }

    LocalDate hackathonStart() {
        return firstDay().plusDays(HACKATHON_FIRST_DAY).with(DayOfWeek.THURSDAY);
    }

    /** From 0 at the first day to 1 at the last. */
    double progress(LocalDate day) {
        return (double) ChronoUnit.DAYS.between(firstDay(), day) / (DAYS - 1);
    }
}
