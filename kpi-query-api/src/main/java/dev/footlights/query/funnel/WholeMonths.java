package dev.footlights.query.funnel;

import dev.footlights.query.store.TeamDays;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Calendar months of UTC that lie in a stretch of time as a whole.
 *
 * @param first day of the first
 * @param end first day after the last, later than {@code first}
 */
record WholeMonths(LocalDate first, LocalDate end) {
    /** Empty when there is none. */
    static Optional<WholeMonths> within(TeamDays days) {
        LocalDate end = day(days.end()).withDayOfMonth(1);
        // The first day from whose start on everything counts.
        LocalDate full = day(days.begin().plus(Duration.ofDays(1)).minusMillis(1));
        LocalDate first =
                full.getDayOfMonth() == 1 ? full : full.withDayOfMonth(1).plusMonths(1);
        return first.isBefore(end) ? Optional.of(new WholeMonths(first, end)) : Optional.empty();
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    List<Object> values() {
        return List.of(first.toString(), end.toString());
    }
}
