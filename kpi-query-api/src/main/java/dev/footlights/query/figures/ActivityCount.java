package dev.footlights.query.figures;

import dev.footlights.query.store.FigureRow;
import java.util.Map;
import java.util.function.Function;

/** Adds up a column of activity; about the people active in the scope. */
final class ActivityCount implements KpiReader {
    private final RollupReader rollups;
    private final Column column;
    private final Function<FigureRow, Figure> figure;

    ActivityCount(ReaderParts parts, Column column) {
        this(parts, column, row -> Figure.count(row.people(), row.amount()));
    }

    /** @param figure what a sum becomes */
    ActivityCount(ReaderParts parts, Column column, Function<FigureRow, Figure> figure) {
        this.rollups = new RollupReader(parts);
        this.column = column;
        this.figure = figure;
    }

    @Override
    public Map<Cell, Figure> figures(Asked asked) {
        return Figures.of(rollups.read(asked, column, column), figure);
    }

    @Override
    public boolean isAboutActivePeople(Asked asked) {
        return rollups.knowsWhoIsPresent(asked);
    }
}
