package dev.footlights.query.figures;

import dev.footlights.query.period.Period;
import dev.footlights.query.store.FigureRow;
import dev.footlights.query.store.SessionSums;
import dev.footlights.query.store.Slots;
import java.util.List;
import java.util.Map;

/**
 * Sessions that start in the period; about the people active there. A session may have begun before anything was done
 * with the feature, so there may be sessions without anybody active: these are about somebody, at the least.
 */
final class SessionCount implements KpiReader {
    private final ReaderParts parts;
    private final RollupReader rollups;
    private final ActiveUsers active;

    SessionCount(ReaderParts parts) {
        this.parts = parts;
        this.rollups = new RollupReader(parts);
        this.active = new ActiveUsers(parts);
    }

    @Override
    public Map<Cell, Figure> figures(Asked asked) {
        return rollups.reads(asked)
                ? Figures.of(
                        rollups.read(asked, Column.SESSIONS, Column.SESSIONS), row -> about(row.people(), row.amount()))
                : ofFacts(asked);
    }

    private Map<Cell, Figure> ofFacts(Asked asked) {
        Map<Cell, Figure> figures = Figures.of(active.rows(asked), row -> about(row.people(), 0));
        for (List<Period> run : Plan.runs(asked.periods())) {
            for (FigureRow row :
                    parts.clickHouse().run(new SessionSums(SessionSums.Measured.VIEWS, asked.scope(), Slots.of(run)))) {
                figures.merge(
                        row.cell(), about(0, row.base()), (people, sessions) -> about(people.people(), row.base()));
            }
        }
        return figures;
    }

    private static Figure about(long people, long sessions) {
        return Figure.count(people == 0 && sessions > 0 ? 1 : people, sessions);
    }
}
