package dev.footlights.query.figures;

import dev.footlights.query.period.Period;
import dev.footlights.query.store.FigureRow;
import dev.footlights.query.store.RankCounts;
import dev.footlights.query.store.Slots;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The median rank of opened search results; about the people active in the scope. */
final class Ranks implements KpiReader {
    private final ReaderParts parts;
    private final ActiveUsers active;

    Ranks(ReaderParts parts) {
        this.parts = parts;
        this.active = new ActiveUsers(parts);
    }

    @Override
    public Figure nothing() {
        return Figure.UNKNOWN;
    }

    @Override
    public Map<Cell, Figure> figures(Asked asked) {
        Map<Cell, List<FigureRow>> ranks = new HashMap<>();
        for (List<Period> run : Plan.runs(asked.periods())) {
            parts.clickHouse()
                    .run(new RankCounts(asked.scope().teams(), Slots.of(run)))
                    .forEach(row -> ranks.computeIfAbsent(row.cell(), cell -> new ArrayList<>())
                            .add(row));
        }
        Map<Cell, Figure> figures = new HashMap<>();
        active.rows(asked).forEach((cell, row) -> {
            List<FigureRow> counted = ranks.getOrDefault(cell, List.of());
            figures.put(
                    cell,
                    counted.isEmpty()
                            ? new Figure(row.people(), null, OptionalLong.empty())
                            : Figure.measured(row.people(), median(counted)));
        });
        return figures;
    }

    /** Of an even number the mean of the middle two. */
    private static double median(List<FigureRow> counted) {
        List<FigureRow> byRank = counted.stream()
                .sorted(Comparator.comparingLong(FigureRow::base))
                .toList();
        long count = byRank.stream().mapToLong(FigureRow::amount).sum();
        return (rankAt(byRank, (count - 1) / 2) + rankAt(byRank, count / 2)) / 2.0;
    }

    private static long rankAt(List<FigureRow> byRank, long place) {
        long seen = 0;
        for (FigureRow row : byRank) {
            seen += row.amount();
            if (seen > place) {
                return row.base();
            }
        }
        throw new IllegalStateException("no rank at " + place);
    }
}
