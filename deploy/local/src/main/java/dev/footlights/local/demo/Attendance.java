package dev.footlights.local.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** When people open the portal: working days and hours, fewer over lunch, hardly any at weekends and on holidays. */
final class Attendance {
    private static final Set<MonthDay> HOLIDAYS =
            Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(11, 11), MonthDay.of(12, 25), MonthDay.of(12, 26));

    /** A bridge day in the third week, so that every demo shows one. */
    private static final int COMPANY_HOLIDAY = 18;

    /** How likely each hour from 7 to 20 is, by the person's clock; lunch is at noon. */
    private static final double[] HOURS = {0.2, 1.2, 2.4, 2.8, 2.5, 0.9, 1.6, 2.4, 2.3, 1.8, 1.0, 0.4, 0.2, 0.1};

    private static final int FIRST_HOUR = 7;
    private static final double COMES = 0.78;
    private static final double COMES_ON_FREE_DAY = 0.015;
    private static final int MOST_VISITS = 4;

    private final DemoPlan plan;

    Attendance(DemoPlan plan) {
        this.plan = plan;
    }

    private boolean free(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend
                || HOLIDAYS.contains(MonthDay.from(day))
                || day.equals(plan.firstDay().plusDays(COMPANY_HOLIDAY).with(DayOfWeek.FRIDAY));
    }

    /** The beginnings of a person's visits on a day of theirs, in order; none when they stay away. */
    List<Instant> visits(Person person, LocalDate day, Chance chance) {
        if (!person.comesOn(day)) {
            return List.of();
        }
        // The portal wins people over as the weeks go by.
        double growth = 0.75 + 0.4 * plan.progress(day);
        double comes = free(day) ? COMES_ON_FREE_DAY : Math.min(0.97, COMES * person.diligence() * growth);
        if (plan.hackathon(day)) {
            comes = Math.min(0.98, comes * 1.5);
        }
        if (!chance.happens(comes)) {
            return List.of();
        }
        int visits = 1;
        while (visits < MOST_VISITS && chance.happens(0.35 * Math.min(1.5, person.diligence()))) {
            visits++;
        }
        List<Instant> starts = new ArrayList<>();
        for (int visit = 0; visit < visits; visit++) {
            int hour = FIRST_HOUR + chance.weighted(HOURS);
            LocalTime time = LocalTime.of(
                    hour, chance.between(0, 59), chance.between(0, 59), chance.between(0, 999) * 1_000_000);
            starts.add(ZonedDateTime.of(day, time, person.zone()).toInstant());
        }
        return spread(starts);
    }

    /** A visit that would begin while another one goes on is left out. */
    private static List<Instant> spread(List<Instant> starts) {
        List<Instant> sorted = starts.stream().sorted().toList();
        return Stream.iterate(0, index -> index < sorted.size(), index -> index + 1)
                .filter(index -> index == 0
                        || sorted.get(index).isAfter(sorted.get(index - 1).plusSeconds(45 * 60)))
                .map(sorted::get)
                .toList();
    }
}
