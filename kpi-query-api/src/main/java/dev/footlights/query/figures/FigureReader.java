package dev.footlights.query.figures;

import dev.footlights.query.period.Granularity;
import dev.footlights.query.period.Period;
import dev.footlights.query.store.ActivePeople;
import dev.footlights.query.store.ActivitySums;
import dev.footlights.query.store.ClickHouse;
import dev.footlights.query.store.FigureRow;
import dev.footlights.query.store.NewPeople;
import dev.footlights.query.store.Query;
import dev.footlights.query.store.RollupFigures;
import dev.footlights.query.store.RosterPeople;
import dev.footlights.query.store.Slots;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Carries out plans. */
public final class FigureReader {
    private final ClickHouse clickHouse;
    private final ZoneId reportingZone;

    public FigureReader(ClickHouse clickHouse, ZoneId reportingZone) {
        this.clickHouse = clickHouse;
        this.reportingZone = reportingZone;
    }

    /**
     * The figures of the periods; a cell that is missing has none.
     *
     * @param zone in which the periods were cut
     */
    public Map<Cell, Figure> figures(
            Measure measure, Scope scope, Granularity granularity, List<Period> periods, ZoneId zone) {
        Plan plan = Plan.of(measure, granularity, periods, zone, reportingZone);
        Map<Cell, Figure> figures = new HashMap<>();
        if (!plan.rollups().isEmpty()) {
            Set<Instant> wanted = plan.rollups().stream().map(Period::start).collect(Collectors.toSet());
            clickHouse.run(new RollupFigures(measure, scope, granularity, plan.rollups())).stream()
                    .filter(row -> wanted.contains(row.start()))
                    .forEach(row -> figures.put(row.cell(), row.figure()));
        }
        for (List<Period> run : plan.facts()) {
            read(measure, scope, Slots.of(run), figures);
        }
        return figures;
    }

    private void read(Measure measure, Scope scope, Slots slots, Map<Cell, Figure> figures) {
        if (scope.hasAllFeatures()) {
            add(facts(measure, new Scope(scope.teams(), List.of("*")), slots), figures);
        }
        if (!scope.singleFeatures().isEmpty()) {
            add(facts(measure, new Scope(scope.teams(), scope.singleFeatures()), slots), figures);
        }
        if (measure == Measure.NEW_USERS) {
            clickHouse
                    .run(new NewPeople(scope, slots))
                    .forEach(row -> figures.merge(
                            row.cell(), row.figure(), (people, fresh) -> new Figure(people.people(), fresh.amount())));
        }
    }

    private static Query<FigureRow> facts(Measure measure, Scope scope, Slots slots) {
        if (measure.summed()) {
            return new ActivitySums(measure, scope, slots);
        }
        return switch (measure) {
            case ADOPTION_RATE -> new RosterPeople(scope, slots);
            case NEW_USERS -> new ActivePeople(scope, slots, false);
            default -> new ActivePeople(scope, slots, true);
        };
    }

    private void add(Query<FigureRow> query, Map<Cell, Figure> figures) {
        clickHouse.run(query).forEach(row -> figures.put(row.cell(), row.figure()));
    }
}
