package dev.footlights.query.store;

import dev.footlights.query.period.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Periods without gaps, as conditions on facts. The calendar stays in Java: ClickHouse only looks up the latest start
 * that isn't after a slot.
 *
 * @param starts of the periods, seconds since 1970, ascending
 * @param end first second after the last period
 */
public record Slots(List<Long> starts, long end) {
    /** Period of a slot, by {@link #startsText}. */
    public static final String START_OF_SLOT = "roundDown(toUnixTimestamp(slot), CAST(?, 'Array(UInt32)'))";

    /** By {@link #bounds}; the day, first in the sort key, lets ClickHouse skip the rest. */
    public static final String WITHIN = "day >= toDate(?) AND day <= toDate(?)"
            + " AND slot >= toDateTime(?, 'UTC') AND slot < toDateTime(?, 'UTC')";

    public Slots {
        starts = List.copyOf(starts);
    }

    public static Slots of(List<Period> run) {
        return new Slots(
                run.stream().map(period -> period.start().getEpochSecond()).toList(),
                run.getLast().end().getEpochSecond());
    }

    public long begin() {
        return starts.getFirst();
    }

    /** The latest start that isn't after a moment; both seconds since 1970. */
    public long startOf(long moment) {
        int at = Collections.binarySearch(starts, moment);
        return starts.get(at < 0 ? Math.max(0, -at - 2) : at);
    }

    /** As a value. */
    public String startsText() {
        return starts.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }

    public List<Object> bounds() {
        return new ArrayList<>(List.of(day(begin()), day(end - 1), begin(), end));
    }

    private static String day(long second) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(second), ZoneOffset.UTC)
                .toString();
    }
}
