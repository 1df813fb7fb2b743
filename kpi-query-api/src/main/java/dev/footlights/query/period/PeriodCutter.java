package dev.footlights.query.period;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Cuts days of a zone into periods, as the streams processor cuts the rollups of the reporting zone. */
public final class PeriodCutter {
    /** Offsets of zones change on quarter hours, so every period begins on one. */
    private static final Duration QUARTER_HOUR = Duration.ofMinutes(15);

    private final ZoneId zone;

    public PeriodCutter(ZoneId zone) {
        this.zone = zone;
    }

    /** The periods that the days touch, in order; those at the edges hold only the asked days. */
    public List<Period> cut(Granularity granularity, LocalDate from, LocalDate to) {
        Instant begin = from.atStartOfDay(zone).toInstant();
        Instant end = to.plusDays(1).atStartOfDay(zone).toInstant();
        if (granularity == Granularity.TOTAL) {
            return List.of(new Period(from.toString(), begin, end, false, begin));
        }
        List<Period> periods = new ArrayList<>();
        for (Instant at = begin; at.isBefore(end); ) {
            Period whole = containing(granularity, at);
            Instant start = whole.start().isBefore(begin) ? begin : whole.start();
            Instant stop = whole.end().isAfter(end) ? end : whole.end();
            boolean partial = !start.equals(whole.start()) || !stop.equals(whole.end());
            periods.add(new Period(whole.label(), start, stop, partial, whole.start()));
            at = stop;
        }
        return periods;
    }

    /** For each period of {@link #cut} the one to compare it with: the whole one just before, of a total as many days. */
    public List<Period> before(Granularity granularity, LocalDate from, LocalDate to, List<Period> periods) {
        if (granularity == Granularity.TOTAL) {
            long days = ChronoUnit.DAYS.between(from, to) + 1;
            return cut(granularity, from.minusDays(days), from.minusDays(1));
        }
        return periods.stream()
                .map(period -> containing(granularity, period.calendarStart().minus(QUARTER_HOUR)))
                .toList();
    }

    /**
     * Where the time just before a period begins: with the whole period before; before a total, as many days earlier. It
     * reaches up to the period's start, also when that was clipped.
     */
    public Instant startBefore(Granularity granularity, Period period) {
        if (granularity == Granularity.TOTAL) {
            LocalDate from = LocalDate.ofInstant(period.start(), zone);
            LocalDate to = LocalDate.ofInstant(period.end().minusMillis(1), zone);
            return from.minusDays(ChronoUnit.DAYS.between(from, to) + 1)
                    .atStartOfDay(zone)
                    .toInstant();
        }
        return containing(granularity, period.calendarStart().minus(QUARTER_HOUR))
                .start();
    }

    /** The whole period that a moment lies in; not for {@link Granularity#TOTAL}. */
    public Period containing(Granularity granularity, Instant instant) {
        ZonedDateTime start = granularity.startOf(instant.atZone(zone));
        Instant end = end(granularity, start);
        String label = granularity == Granularity.HOUR
                ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(start)
                : start.toLocalDate().toString();
        return new Period(label, start.toInstant(), end, false, start.toInstant());
    }

    private Instant end(Granularity granularity, ZonedDateTime start) {
        LocalDate day = start.toLocalDate();
        return switch (granularity) {
            case DAY -> day.plusDays(1).atStartOfDay(zone).toInstant();
            case WEEK -> day.plusWeeks(1).atStartOfDay(zone).toInstant();
            case MONTH -> day.plusMonths(1).atStartOfDay(zone).toInstant();
            case HOUR, TOTAL -> endOfHour(start);
        };
    }

    /** An hour of the clock lasts longer or shorter when the clock changes by half an hour within it. */
    private Instant endOfHour(ZonedDateTime start) {
        Instant end = start.toInstant().plus(QUARTER_HOUR);
        while (Granularity.HOUR.startOf(end.atZone(zone)).toInstant().equals(start.toInstant())) {
            end = end.plus(QUARTER_HOUR);
        }
        return end;
    }
}
