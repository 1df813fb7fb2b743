package dev.footlights.query.figures;

import dev.footlights.query.period.Period;
import dev.footlights.query.store.FigureRow;
import dev.footlights.query.store.Query;
import dev.footlights.query.store.Slots;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Events of the books, added up over their entries. They aren't about people. */
final class Books implements KpiReader {
    private final ReaderParts parts;
    private final List<Function<Slots, Query<FigureRow>>> entries;

    @SafeVarargs
    @SuppressWarnings("varargs")
    Books(ReaderParts parts, Function<Slots, Query<FigureRow>>... entries) {
        this.parts = parts;
        this.entries = List.of(entries);
    }

    @Override
    public boolean isAboutPeople() {
        return false;
    }

    @Override
    public Map<Cell, Figure> figures(Asked asked) {
        Map<Cell, Long> events = new HashMap<>();
        for (List<Period> run : Plan.runs(asked.periods())) {
            for (Function<Slots, Query<FigureRow>> entry : entries) {
                parts.clickHouse()
                        .run(entry.apply(Slots.of(run)))
                        .forEach(row -> events.merge(row.cell(), row.amount(), Long::sum));
            }
        }
        Map<Cell, Figure> figures = new HashMap<>();
        events.forEach((cell, count) -> figures.put(cell, Figure.count(0, count)));
        return figures;
    }
}
