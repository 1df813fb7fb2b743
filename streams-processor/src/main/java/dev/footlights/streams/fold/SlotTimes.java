package dev.footlights.streams.fold;

import java.time.Instant;
import java.util.List;

/**
 * Where a quarter hour lies.
 *
 * @param slot its first instant
 * @param utcDay its day in UTC, {@code 2026-11-22}
 * @param slotOfDay its number in that day, two digits, {@code 00} to {@code 95}
 * @param hour hour of the reporting zone
 * @param day day of the reporting zone
 * @param week ISO week of the reporting zone
 * @param month month of the reporting zone
 * @param hourBit one bit that stands for the hour within its day: half hours since the day began, as some zones shift by
 *     half an hour
 */
public record SlotTimes(
        Instant slot,
        String utcDay,
        String slotOfDay,
        Period hour,
        Period day,
        Period week,
        Period month,
        long hourBit) {

    /** All four periods. */
    List<Period> periods() {
        return List.of(hour, day, week, month);
    }
}
