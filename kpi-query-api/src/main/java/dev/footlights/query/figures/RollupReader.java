package dev.footlights.query.figures;

import dev.footlights.query.period.Period;
import dev.footlights.query.store.FigureRow;
import dev.footlights.query.store.Query;
import dev.footlights.query.store.RollupFigures;
import dev.footlights.query.store.Slots;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads columns from the rollups where they hold the periods, and the other periods from where they were rolled up. */
final class RollupReader {
    private final ReaderParts parts;

    /** The same figures for periods that the rollups don't hold. */
    interface Source {
        /**
         * The query.
         *
         * @param scope all features, or single ones
         */
        Query<FigureRow> query(Scope scope, Slots slots);
    }

    RollupReader(ReaderParts parts) {
        this.parts = parts;
    }

    /** A row for each cell in which something happened. */
    Map<Cell, FigureRow> read(Asked asked, Column amount, Column base, Source source) {
        Plan plan = Plan.of(asked, parts.reportingZone());
        Map<Cell, FigureRow> rows = new HashMap<>(kept(asked, plan.rollups(), amount, base));
        rows.putAll(unkept(asked.scope(), plan.rest(), source));
        return rows;
    }

    /** Rows of the rollups. */
    Map<Cell, FigureRow> kept(Asked asked, List<Period> periods, Column amount, Column base) {
        Map<Cell, FigureRow> rows = new HashMap<>();
        if (!periods.isEmpty()) {
            Set<Instant> wanted = periods.stream().map(Period::start).collect(Collectors.toSet());
            parts
                    .clickHouse()
                    .run(new RollupFigures(amount, base, asked.scope(), asked.granularity(), periods))
                    .stream()
                    .filter(row -> wanted.contains(row.start()))
                    .forEach(row -> rows.put(row.cell(), row));
        }
        return rows;
    }

    /** Rows of the source. */
    Map<Cell, FigureRow> unkept(Scope scope, List<Period> periods, Source source) {
        Map<Cell, FigureRow> rows = new HashMap<>();
        for (List<Period> run : Plan.runs(periods)) {
            for (Scope part : scope.parts()) {
                parts.clickHouse().run(source.query(part, Slots.of(run))).forEach(row -> rows.put(row.cell(), row));
            }
        }
        return rows;
    }
}
