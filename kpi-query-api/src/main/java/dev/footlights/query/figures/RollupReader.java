package dev.footlights.query.figures;

import dev.footlights.query.period.Period;
import dev.footlights.query.presence.Presence;
import dev.footlights.query.presence.PresentPeople;
import dev.footlights.query.rollups.RolledUpSums;
import dev.footlights.query.rollups.RollupFigures;
import dev.footlights.query.rollups.RollupRange;
import dev.footlights.query.store.ActivitySums;
import dev.footlights.query.store.FigureRow;
import dev.footlights.query.store.Meanwhile;
import dev.footlights.query.store.Slots;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

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
        return read(asked, amount, base, run -> facts(asked.scope(), run, amount, base));
    }

    /** @param facts reads a run of periods that begins or ends within an hour */
    Map<Cell, FigureRow> read(
            Asked asked, Column amount, Column base, Function<List<Period>, Map<Cell, FigureRow>> facts) {
        Plan plan = Plan.of(asked, parts.reportingZone());
        Map<Cell, FigureRow> rows = new HashMap<>(kept(asked, plan.rollups(), amount, base));
        List<RollupRange> ranges = RollupRanges.of(plan.rest(), parts.reportingZone());
        if (ranges.isEmpty()) {
            Plan.runs(plan.rest()).forEach(run -> rows.putAll(facts.apply(run)));
        } else {
            rows.putAll(withPeople(
                    asked.scope(),
                    plan.rest(),
                    () -> parts.rollups()
                            .run(new RolledUpSums(amount, base, asked.scope(), ranges, Slots.of(plan.rest())))));
        }
        return rows;
    }

    /** Whether people come from presence and the rollups, none from the facts themselves. */
    boolean knowsWhoIsPresent(Asked asked) {
        List<Period> rest = Plan.of(asked, parts.reportingZone()).rest();
        return rest.isEmpty() || !RollupRanges.of(rest, parts.reportingZone()).isEmpty();
    }

    /** Rows of the rollups. */
    Map<Cell, FigureRow> kept(Asked asked, List<Period> periods, Column amount, Column base) {
        Map<Cell, FigureRow> rows = new HashMap<>();
        if (!periods.isEmpty()) {
            parts.rollups()
                    .run(new RollupFigures(amount, base, asked.scope(), asked.granularity(), periods))
                    .forEach(row -> rows.put(row.cell(), row));
        }
        return rows;
    }

    /** Sums, about the people active in the periods: these don't add up over time. */
    Map<Cell, FigureRow> withPeople(Scope scope, List<Period> periods, Supplier<List<FigureRow>> sums) {
        Supplier<List<FigureRow>> people =
                Meanwhile.read(() -> parts.attendance().run(new PresentPeople(Presence.of(scope, periods))));
        Map<Cell, FigureRow> rows = new HashMap<>();
        sums.get().forEach(row -> rows.put(row.cell(), row.about(0)));
        people.get()
                .forEach(present -> rows.compute(
                        present.cell(),
                        (cell, sum) -> sum == null
                                ? new FigureRow(cell.team(), cell.feature(), cell.start(), present.people(), 0, 0)
                                : sum.about(present.people())));
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
