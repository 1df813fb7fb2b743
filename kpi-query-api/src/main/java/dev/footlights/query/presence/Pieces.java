package dev.footlights.query.presence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Stretches of time, cut into whole UTC days, gathered by month, and the quarter hours of the days that a stretch has
 * only a part of. Filled once, then read.
 */
public final class Pieces {
    static final int QUARTER_SECONDS = 900;
    static final int DAY_SECONDS = 86_400;
    static final int QUARTERS_OF_HALF_DAY = 48;

    private final List<Day> days = new ArrayList<>();
    private final List<Month> months = new ArrayList<>();
    private final List<Stretch> stretches = new ArrayList<>();

    /** Quarter hours of a day, days counted from 1970. */
    record Day(long day, long early, long late, long start, int part) {
        String text() {
            return "(" + day + "," + early + "," + late + "," + start + "," + part + ")";
        }
    }

    /** Whole days of a month, named by its first day, counted from 1970; the first day is bit 0. */
    record Month(long month, long days, long start, int part) {
        String text() {
            return "(" + month + "," + days + "," + start + "," + part + ")";
        }
    }

    /**
     * Adds a stretch.
     *
     * @param begin first moment that counts, on a quarter hour
     * @param end first moment that doesn't, on a quarter hour
     * @param start what the stretch is called in results, not negative
     * @param part a second name, not negative
     */
    public void add(Instant begin, Instant end, long start, int part) {
        stretches.add(new Stretch(begin, end, start, part));
        Map<Long, Long> whole = new TreeMap<>();
        for (long at = begin.getEpochSecond(); at < end.getEpochSecond(); ) {
            long day = Math.floorDiv(at, (long) DAY_SECONDS);
            long stop = Math.min((day + 1) * DAY_SECONDS, end.getEpochSecond());
            if (stop - at == DAY_SECONDS) {
                LocalDate date = LocalDate.ofEpochDay(day);
                whole.merge(
                        date.withDayOfMonth(1).toEpochDay(), 1L << (date.getDayOfMonth() - 1), (one, two) -> one | two);
            } else {
                int first = (int) (at - day * DAY_SECONDS) / QUARTER_SECONDS;
                int last = (int) (stop - day * DAY_SECONDS) / QUARTER_SECONDS;
                days.add(new Day(day, bits(first, last, 0), bits(first, last, QUARTERS_OF_HALF_DAY), start, part));
            }
            at = stop;
        }
        whole.forEach((month, bits) -> months.add(new Month(month, bits, start, part)));
    }

    /** Bits of the quarters from first to before last within the half day that begins at a quarter. */
    static long bits(int first, int last, int halfDay) {
        int from = Math.clamp(first - halfDay, 0, QUARTERS_OF_HALF_DAY);
        int to = Math.clamp(last - halfDay, 0, QUARTERS_OF_HALF_DAY);
        return (1L << to) - (1L << from);
    }

    /** Whether no month is cut between stretches, nor asked about twice, and no day is cut at all. */
    boolean isWholeMonths() {
        return days.isEmpty()
                && months.stream().map(Month::month).distinct().count() == months.size()
                && months.stream().allMatch(month -> month.part() == 0);
    }

    /** What was added. */
    List<Stretch> stretches() {
        return stretches;
    }

    List<Day> days() {
        return days;
    }

    List<Month> months() {
        return months;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pieces pieces && days.equals(pieces.days) && months.equals(pieces.months);
    }

    @Override
    public int hashCode() {
        return 31 * days.hashCode() + months.hashCode();
    }
}
