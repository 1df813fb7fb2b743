package dev.footlights.query.figures;

import dev.footlights.query.store.FigureRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Share of the organisation's events whose person has no team; about those people, or without any about
 * all who were active. */
final class UnassignedShare implements KpiReader {
    private static final String ORGANISATION = "org";
    private static final String UNASSIGNED = "unassigned";

    private final RollupReader rollups;

    UnassignedShare(ReaderParts parts) {
        this.rollups = new RollupReader(parts);
    }

    @Override
    public Figure nothing() {
        return Figure.UNKNOWN;
    }

    @Override
    public Map<Cell, Figure> figures(Asked asked) {
        Scope both = new Scope(List.of(ORGANISATION, UNASSIGNED), asked.scope().features());
        Map<Cell, FigureRow> rows = rollups.read(asked.of(both), Column.EVENTS, Column.EVENTS);
        Map<Cell, Figure> figures = new HashMap<>();
        rows.forEach((cell, all) -> {
            if (cell.team().equals(ORGANISATION)) {
                FigureRow without = rows.get(new Cell(UNASSIGNED, cell.feature(), cell.start()));
                // A row may be there without anybody: a session begins before what is done in it.
                Figure figure = without == null || without.people() == 0
                        ? Figure.ratio(all.people(), 0, all.amount())
                        : Figure.ratio(Math.min(without.people(), all.people()), without.amount(), all.amount());
                figures.put(cell, figure);
            }
        });
        return figures;
    }
}
