package dev.footlights.query.insights;

import dev.footlights.query.period.Granularity;
import dev.footlights.query.period.Period;
import dev.footlights.query.request.Days;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How long the buckets of an answer are. */
public enum Grouping {
    HOURLY(Granularity.HOUR),
    DAILY(Granularity.DAY),
    /** From Monday. */
    WEEKLY(Granularity.WEEK),
    MONTHLY(Granularity.MONTH);

    private static final int MOST_DAYS_DAILY = 7;
    private static final int MOST_DAYS_WEEKLY = 30;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssx", Locale.ROOT);

    private final Granularity granularity;

    Grouping(Granularity granularity) {
        this.granularity = granularity;
    }

    Granularity granularity() {
        return granularity;
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What suits so many days when nothing is asked, by the days between the first and the last. */
    static Grouping of(Days days) {
        long between = ChronoUnit.DAYS.between(days.from(), days.to());
        if (between == 0) {
            return HOURLY;
        }
        if (between <= MOST_DAYS_DAILY) {
            return DAILY;
        }
        return between <= MOST_DAYS_WEEKLY ? WEEKLY : MONTHLY;
    }

    /** The bucket's calendar start: a date for a day, else a local time with its offset */
    String date(Period bucket, Days days) {
        OffsetDateTime start = bucket.calendarStart().atZone(days.zone()).toOffsetDateTime();
        return this == DAILY ? start.toLocalDate().toString() : MOMENT.format(start);
    }
}
