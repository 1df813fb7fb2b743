package dev.footlights.query.figures;

import dev.footlights.query.period.Period;
import dev.footlights.query.rounds.Source;
import dev.footlights.query.store.FigureRow;
import dev.footlights.query.store.Query;
import dev.footlights.query.store.Slots;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A KPI that one query answers for teams, whatever the feature. */
final class TeamRows implements KpiReader {
    private final ReaderParts parts;
    private final boolean addsUp;
    private final Optional<Source> occasions;
    private final Figure nothing;
    private final Rows rows;
    private final Function<FigureRow, Figure> told;

    /** Makes the query. */
    interface Rows {
        Query<FigureRow> query(List<String> teams, Slots slots);
    }

    private TeamRows(
            ReaderParts parts,
            boolean addsUp,
            Optional<Source> occasions,
            Figure nothing,
            Rows rows,
            Function<FigureRow, Figure> told) {
        this.parts = parts;
        this.addsUp = addsUp;
        this.occasions = occasions;
        this.nothing = nothing;
        this.rows = rows;
        this.told = told;
    }

    /**
     * Shares of people, each of whom counts once in whatever stretch of time.
     *
     * @param nothing figure of a cell without a row
     */
    static TeamRows shares(ReaderParts parts, Figure nothing, Rows rows, Function<FigureRow, Figure> told) {
        return new TeamRows(parts, true, Optional.empty(), nothing, rows, told);
    }

    /**
     * Sums, and shares of sums.
     *
     * @param occasions of what is added up
     * @param nothing as above
     */
    static TeamRows sums(
            ReaderParts parts, Source occasions, Figure nothing, Rows rows, Function<FigureRow, Figure> told) {
        return new TeamRows(parts, true, Optional.of(occasions), nothing, rows, told);
    }

    /** Medians. */
    static TeamRows medians(ReaderParts parts, Rows rows, Function<FigureRow, Figure> told) {
        return new TeamRows(parts, false, Optional.empty(), Figure.UNKNOWN, rows, told);
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
    public Optional<Source> occasions() {
        return occasions;
    }

    @Override
    public Map<Cell, Figure> figures(Asked asked) {
        Map<Cell, Figure> figures = new HashMap<>();
        for (List<Period> run : Plan.runs(asked.periods())) {
            figures.putAll(
                    Figures.of(parts.clickHouse().run(rows.query(asked.scope().teams(), Slots.of(run))), told));
        }
        return figures;
    }
}
