package dev.footlights.query.figures;

import dev.footlights.query.period.Granularity;
import dev.footlights.query.period.Period;
import dev.footlights.query.period.PeriodCutter;
import dev.footlights.query.presence.Presence;
import dev.footlights.query.presence.PresentPersonDays;
import dev.footlights.query.rollups.RolledUpSums;
import dev.footlights.query.rollups.RollupRange;
import dev.footlights.query.store.FigureRow;
import dev.footlights.query.store.Slots;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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
        Map<Cell, Long> personDays = personDays(asked);
        Map<Instant, Long> begun = new HashMap<>();
        asked.periods()
                .forEach(period -> begun.put(
                        period.start(),
                        days(period, asked.zone()).stream()
                                .filter(day ->
                                        !day.start().isAfter(parts.clock().instant()))
                                .count()));
        Map<Cell, Figure> figures = new HashMap<>();
        active.rows(asked)
                .forEach((cell, row) -> figures.put(
                        cell,
                        told.of(
                                row.people(),
                                personDays.getOrDefault(cell, 0L),
                                begun.getOrDefault(cell.start(), 0L))));
        return figures;
    }

    /** Added up in ClickHouse: there may be many days. */
    private Map<Cell, Long> personDays(Asked asked) {
        boolean rolledUp = asked.cutAs(parts.reportingZone());
        Map<Cell, Long> sums = new HashMap<>();
        for (List<Period> run : Plan.runs(asked.periods())) {
            Slots slots = Slots.of(run);
            List<FigureRow> rows = rolledUp
                    ? parts.rollups().run(personDays(asked.scope(), slots))
                    : parts.clickHouse()
                            .run(new PresentPersonDays(
                                    Presence.of(
                                            asked.scope(),
                                            run.stream()
                                                    .flatMap(period -> days(period, asked.zone()).stream())
                                                    .toList()),
                                    slots));
            rows.forEach(row -> sums.put(row.cell(), row.amount()));
        }
        return sums;
    }

    private static RolledUpSums personDays(Scope scope, Slots slots) {
        RollupRange days = new RollupRange(
                Granularity.DAY, Instant.ofEpochSecond(slots.begin()), Instant.ofEpochSecond(slots.end()));
        return new RolledUpSums(Column.ACTIVE_USERS, Column.ACTIVE_USERS, scope, List.of(days), slots);
    }

    /** The days of a period. */
    private static List<Period> days(Period period, ZoneId zone) {
        LocalDate first = LocalDate.ofInstant(period.start(), zone);
        LocalDate last = LocalDate.ofInstant(period.end().minusMillis(1), zone);
        return new PeriodCutter(zone).cut(Granularity.DAY, first, last);
    }
}
