package dev.footlights.query.figures;

import dev.footlights.query.period.Period;
import dev.footlights.query.store.ActivitySums;
import dev.footlights.query.store.FigureRow;
import dev.footlights.query.store.Presence;
import dev.footlights.query.store.PresentPeople;
import dev.footlights.query.store.RolledUpSums;
import dev.footlights.query.store.RollupFigures;
import dev.footlights.query.store.RollupRange;
import dev.footlights.query.store.Slots;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads columns from the rollups where they hold the periods. Other periods are added up from shorter rollups, or from facts
 * when they begin or end within an hour.
 */
final class RollupReader {
    private final ReaderParts parts;

    RollupReader(ReaderParts parts) {
        this.parts = parts;
    }

    /** A row for each cell in which something happened, about the people active there. */
    Map<Cell, FigureRow> read(Asked asked, Column amount, Column base) {
        Plan plan = Plan.of(asked, parts.reportingZone());
        Map<Cell, FigureRow> rows = new HashMap<>(kept(asked, plan.rollups(), amount, base));
        for (List<Period> run : Plan.runs(plan.rest())) {
            List<RollupRange> ranges = RollupRanges.of(run, parts.reportingZone());
            rows.putAll(
                    ranges.isEmpty()
                            ? facts(asked.scope(), run, amount, base)
                            : addedUp(asked.scope(), run, ranges, amount, base));
        }
        return rows;
    }

    /** Rows of the rollups. */
    Map<Cell, FigureRow> kept(Asked asked, List<Period> periods, Column amount, Column base) {
        Map<Cell, FigureRow> rows = new HashMap<>();
        if (!periods.isEmpty()) {
            parts.clickHouse()
                    .run(new RollupFigures(amount, base, asked.scope(), asked.granularity(), periods))
                    .forEach(row -> rows.put(row.cell(), row));
        }
        return rows;
    }

    /** Everything but people adds up over time. */
    private Map<Cell, FigureRow> addedUp(
            Scope scope, List<Period> run, List<RollupRange> ranges, Column amount, Column base) {
        Map<Cell, FigureRow> rows = new HashMap<>();
        parts.clickHouse()
                .run(new RolledUpSums(amount, base, scope, ranges, Slots.of(run)))
                .forEach(row -> rows.put(row.cell(), row));
        parts.clickHouse()
                .run(new PresentPeople(Presence.of(scope, run)))
                .forEach(present -> rows.compute(
                        present.cell(),
                        (cell, sums) -> sums == null
                                ? new FigureRow(cell.team(), cell.feature(), cell.start(), present.people(), 0, 0)
                                : new FigureRow(
                                        cell.team(),
                                        cell.feature(),
                                        cell.start(),
                                        present.people(),
                                        sums.amount(),
                                        sums.base())));
        return rows;
    }

    private Map<Cell, FigureRow> facts(Scope scope, List<Period> run, Column amount, Column base) {
        Map<Cell, FigureRow> rows = new HashMap<>();
        for (Scope part : scope.parts()) {
            parts.clickHouse()
                    .run(new ActivitySums(amount, base, part, Slots.of(run)))
                    .forEach(row -> rows.put(row.cell(), row));
        }
        return rows;
    }
}
