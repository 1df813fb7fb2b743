package dev.footlights.query.figures;

import dev.footlights.query.onboarding.DaysToUnlock;
import dev.footlights.query.period.Period;
import dev.footlights.query.store.Slots;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Median days until people first used the feature; about those people. */
final class UnlockTimes implements KpiReader {
    private final ReaderParts parts;

    UnlockTimes(ReaderParts parts) {
        this.parts = parts;
    }

    @Override
    public Figure nothing() {
        return Figure.UNKNOWN;
    }

    @Override
    public Map<Cell, Figure> figures(Asked asked) {
        Map<Cell, Figure> figures = new HashMap<>();
        for (List<Period> run : Plan.runs(asked.periods())) {
            Scope scope = asked.scope();
            parts.clickHouse()
                    .run(new DaysToUnlock(scope.teams(), scope.features(), Slots.of(run)))
                    .forEach(median -> figures.put(
                            new Cell(median.team(), median.feature(), median.start()),
                            Figure.measured(median.people(), median.days())));
        }
        return figures;
    }
}
