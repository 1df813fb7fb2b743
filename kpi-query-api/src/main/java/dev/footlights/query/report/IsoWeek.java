package dev.footlights.query.report;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A week as ISO 8601 counts them: it begins on Monday, and the first of a year holds 4 January.
 *
 * @param year that the week belongs to; its first or last days may lie in another
 * @param week from 1 to 52 or 53
 */
public record IsoWeek(int year, int week) {
    private static final Pattern TEXT = Pattern.compile("(\\d{4})-[Ww](\\d{2})");
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2099;
    private static final int DAYS_TO_SUNDAY = 6;

    public IsoWeek {
        if (year < FIRST_YEAR || year > LAST_YEAR || week < 1 || week > weeksOf(year)) {
            throw new IllegalArgumentException("there is no week " + week + " in " + year);
        }
    }

    private static long weeksOf(int year) {
        return IsoFields.WEEK_OF_WEEK_BASED_YEAR
                .rangeRefinedBy(LocalDate.of(year, 7, 1))
                .getMaximum();
    }

    /** The week that holds a day. */
    public static IsoWeek of(LocalDate day) {
        return new IsoWeek(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /** The last week that is over at a moment. */
    public static IsoWeek before(Instant moment, ZoneId zone) {
        return of(LocalDate.ofInstant(moment, zone)).plus(-1);
    }

    /** A week as {@link #label} writes it; empty when the text is none, or the year hasn't that week. */
    public static Optional<IsoWeek> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new IsoWeek(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** So many weeks later, or earlier. */
    public IsoWeek plus(int weeks) {
        return of(monday().plusWeeks(weeks));
    }

    public LocalDate monday() {
        return LocalDate.of(year, 1, 4)
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    public LocalDate sunday() {
        return monday().plusDays(DAYS_TO_SUNDAY);
    }

    /** The first moment after it. */
    public Instant end(ZoneId zone) {
        return sunday().plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** As in {@code 2026-W47}. */
    public String label() {
        return String.format(Locale.ROOT, "%04d-W%02d", year, week);
    }

    @Override
    public String toString() {
        return label();
    }
}
