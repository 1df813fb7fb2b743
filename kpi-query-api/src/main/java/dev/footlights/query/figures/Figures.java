package dev.footlights.query.figures;

import dev.footlights.query.store.FigureRow;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Makes figures of rows. */
final class Figures {
    private Figures() {}

    static Map<Cell, Figure> of(Map<Cell, FigureRow> rows, Function<FigureRow, Figure> figure) {
        Map<Cell, Figure> figures = new HashMap<>();
        rows.forEach((cell, row) -> figures.put(cell, figure.apply(row)));
        return figures;
    }

    static Map<Cell, Figure> of(Iterable<FigureRow> rows, Function<FigureRow, Figure> figure) {
        Map<Cell, Figure> figures = new HashMap<>();
        rows.forEach(row -> figures.put(row.cell(), figure.apply(row)));
        return figures;
    }
}
