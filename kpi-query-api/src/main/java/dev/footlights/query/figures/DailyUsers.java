package dev.footlights.query.figures;

import dev.footlights.query.period.Granularity;
import dev.footlights.query.period.Period;
import dev.footlights.query.period.PeriodCutter;
import dev.footlights.query.store.FigureRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How regularly people come: each day's active people, added up over the days of the period. */
final class DailyUsers implements KpiReader {
    private final ReaderParts parts;
    private final ActiveUsers active;
    private final Told told;

    private interface Told {
        /**
         * The figure.
         *
         * @param people active in the period
         * @param personDays each day's people, added up
         * @param days of the period that have begun
         */
        Figure of(long people, long personDays, long days);
    }

    private DailyUsers(ReaderParts parts, Told told) {
        this.parts = parts;
        this.active = new ActiveUsers(parts);
        this.told = told;
    }

    /** Share of the period's people who come on an average day of it. */
    static DailyUsers stickiness(ReaderParts parts) {
        return new DailyUsers(parts, (people, personDays, days) -> Figure.ratio(people, personDays, days * people));
    }

    /** Days on which an active person comes. */
    static DailyUsers daysActive(ReaderParts parts) {
        return new DailyUsers(parts, (people, personDays, days) -> Figure.ratio(people, personDays, people));
    }

    @Override
    public Figure nothing() {
        return Figure.UNKNOWN;
    }

    @Override
    public Map<Cell, Figure> figures(Asked asked) {
        Map<Instant, List<Period>> days = days(asked);
        List<Period> all = days.values().stream()
                .flatMap(List::stream)
                .distinct()
                .sorted(Comparator.comparing(Period::start))
                .toList();
        Map<Cell, FigureRow> daily = active.rows(new Asked(asked.scope(), Granularity.DAY, all, asked.zone()));
        Map<Cell, Figure> figures = new HashMap<>();
        active.rows(asked).forEach((cell, row) -> {
            long personDays = 0;
            long begun = 0;
            for (Period day : days.getOrDefault(cell.start(), List.of())) {
                begun += day.start().isAfter(parts.clock().instant()) ? 0 : 1;
                FigureRow people = daily.get(new Cell(cell.team(), cell.feature(), day.start()));
                personDays += people == null ? 0 : people.people();
            }
            figures.put(cell, told.of(row.people(), personDays, begun));
        });
        return figures;
    }

    /** The days of each period, by its start. */
    private static Map<Instant, List<Period>> days(Asked asked) {
        PeriodCutter cutter = new PeriodCutter(asked.zone());
        Map<Instant, List<Period>> days = new HashMap<>();
        for (Period period : asked.periods()) {
            LocalDate first = LocalDate.ofInstant(period.start(), asked.zone());
            LocalDate last = LocalDate.ofInstant(period.end().minusMillis(1), asked.zone());
            days.put(period.start(), new ArrayList<>(cutter.cut(Granularity.DAY, first, last)));
        }
        return days;
    }
}
