package dev.footlights.query.figures;

import dev.footlights.query.store.SessionSums;
import dev.footlights.query.store.Slots;
import java.util.Map;

/**
 * Sessions that start in the period; about the people active there. A session may have begun before anything was done
 * with the feature, so there may be sessions without anybody active: these are about somebody, at the least.
 */
final class SessionCount implements KpiReader {
    private final ReaderParts parts;
    private final RollupReader rollups;

    SessionCount(ReaderParts parts) {
        this.parts = parts;
        this.rollups = new RollupReader(parts);
    }

    @Override
    public Map<Cell, Figure> figures(Asked asked) {
        return Figures.of(
                rollups.read(
                        asked,
                        Column.SESSIONS,
                        Column.SESSIONS,
                        run -> rollups.withPeople(
                                asked.scope(),
                                run,
                                () -> parts.clickHouse()
                                        .run(new SessionSums(
                                                SessionSums.Measured.SESSIONS, asked.scope(), Slots.of(run))))),
                row -> Figure.count(row.people() == 0 && row.amount() > 0 ? 1 : row.people(), row.amount()));
    }
}
