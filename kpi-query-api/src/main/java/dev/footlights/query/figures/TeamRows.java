package dev.footlights.query.figures;

import dev.footlights.query.period.Period;
import dev.footlights.query.store.FigureRow;
import dev.footlights.query.store.Query;
import dev.footlights.query.store.Slots;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A KPI that one query answers for teams, whatever the feature. */
final class TeamRows implements KpiReader {
    private final ReaderParts parts;
    private final boolean addsUp;
    private final Figure nothing;
    private final Source source;
    private final Function<FigureRow, Figure> told;

    /** Makes the query. */
    interface Source {
        Query<FigureRow> query(List<String> teams, Slots slots);
    }

    private TeamRows(
            ReaderParts parts, boolean addsUp, Figure nothing, Source source, Function<FigureRow, Figure> told) {
        this.parts = parts;
        this.addsUp = addsUp;
        this.nothing = nothing;
        this.source = source;
        this.told = told;
    }

    /**
     * Sums, and shares of sums.
     *
     * @param nothing figure of a cell without a row
     */
    static TeamRows sums(ReaderParts parts, Figure nothing, Source source, Function<FigureRow, Figure> told) {
        return new TeamRows(parts, true, nothing, source, told);
    }

    /** Medians. */
    static TeamRows medians(ReaderParts parts, Source source, Function<FigureRow, Figure> told) {
        return new TeamRows(parts, false, Figure.UNKNOWN, source, told);
    }

    @Override
    public Figure nothing() {
        return nothing;
    }

    @Override
    public boolean isAboutOthersAndAddsUp() {
        return addsUp;
    }

    @Override
    public Map<Cell, Figure> figures(Asked asked) {
        Map<Cell, Figure> figures = new HashMap<>();
        for (List<Period> run : Plan.runs(asked.periods())) {
            figures.putAll(
                    Figures.of(parts.clickHouse().run(source.query(asked.scope().teams(), Slots.of(run))), told));
        }
        return figures;
    }
}
