package dev.footlights.query.figures;

import dev.footlights.query.period.Period;
import dev.footlights.query.presence.Presence;
import dev.footlights.query.presence.PresentPeople;
import dev.footlights.query.store.FigureRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Distinct people with an event in the scope. */
final class ActiveUsers implements KpiReader {
    private final ReaderParts parts;
    private final RollupReader rollups;

    ActiveUsers(ReaderParts parts) {
        this.parts = parts;
        this.rollups = new RollupReader(parts);
    }

    @Override
    public Map<Cell, Figure> figures(Asked asked) {
        return Figures.of(rows(asked), row -> Figure.count(row.people(), row.people()));
    }

    /** The people of each cell in which there were some. */
    Map<Cell, FigureRow> rows(Asked asked) {
        Plan plan = Plan.of(asked, parts.reportingZone());
        Map<Cell, FigureRow> rows =
                new HashMap<>(rollups.kept(asked, plan.rollups(), Column.ACTIVE_USERS, Column.ACTIVE_USERS));
        rows.putAll(present(asked.scope(), plan.rest()));
        return rows;
    }

    private Map<Cell, FigureRow> present(Scope scope, List<Period> periods) {
        Map<Cell, FigureRow> rows = new HashMap<>();
        if (!periods.isEmpty()) {
            parts.attendance()
                    .run(new PresentPeople(Presence.of(scope, periods)))
                    .forEach(row -> rows.put(row.cell(), row));
        }
        return rows;
    }

    @Override
    public boolean isAboutActivePeople(Asked asked) {
        return true;
    }
}
