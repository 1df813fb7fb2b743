package dev.footlights.query.figures;

import dev.footlights.query.period.Period;
import dev.footlights.query.rollups.RolledUpSums;
import dev.footlights.query.rollups.RollupRange;
import dev.footlights.query.store.FigureRow;
import dev.footlights.query.store.NewPeople;
import dev.footlights.query.store.Slots;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** People whose first event ever lies in the period; about these people. */
final class NewUsers implements KpiReader {
    private final ReaderParts parts;
    private final RollupReader rollups;
    private final ActiveUsers active;

    NewUsers(ReaderParts parts) {
        this.parts = parts;
        this.rollups = new RollupReader(parts);
        this.active = new ActiveUsers(parts);
    }

    @Override
    public Map<Cell, Figure> figures(Asked asked) {
        Plan plan = Plan.of(asked, parts.reportingZone());
        Map<Cell, Figure> figures = Figures.of(
                rollups.kept(asked, plan.rollups(), Column.NEW_USERS, Column.NEW_USERS),
                row -> Growth.about(row.amount(), row.people()));
        if (!plan.rest().isEmpty()) {
            Map<Cell, Long> fresh = fresh(asked.scope(), plan.rest());
            active.rows(asked.at(plan.rest()))
                    .forEach(
                            (cell, row) -> figures.put(cell, Growth.about(fresh.getOrDefault(cell, 0L), row.people())));
        }
        return figures;
    }

    /** New people of each cell that has some: of whole periods from the rollups. */
    Map<Cell, Long> counted(Asked asked) {
        Plan plan = Plan.of(asked, parts.reportingZone());
        Map<Cell, Long> counted = fresh(asked.scope(), plan.rest());
        rollups.kept(asked, plan.rollups(), Column.NEW_USERS, Column.NEW_USERS)
                .forEach((cell, row) -> counted.put(cell, row.amount()));
        return counted;
    }

    /** Somebody is new once, so new people add up over time, and over the rollups of shorter periods. */
    private Map<Cell, Long> fresh(Scope scope, List<Period> periods) {
        List<RollupRange> ranges = RollupRanges.of(periods, parts.reportingZone());
        return ranges.isEmpty()
                ? firstUses(scope, periods)
                : amounts(parts.rollups()
                        .run(new RolledUpSums(Column.NEW_USERS, Column.NEW_USERS, scope, ranges, Slots.of(periods))));
    }

    private Map<Cell, Long> firstUses(Scope scope, List<Period> periods) {
        Map<Cell, Long> fresh = new HashMap<>();
        for (List<Period> run : Plan.runs(periods)) {
            fresh.putAll(amounts(parts.clickHouse().run(new NewPeople(scope, Slots.of(run)))));
        }
        return fresh;
    }

    private static Map<Cell, Long> amounts(List<FigureRow> rows) {
        Map<Cell, Long> amounts = new HashMap<>();
        rows.forEach(row -> amounts.put(row.cell(), row.amount()));
        return amounts;
    }
}
