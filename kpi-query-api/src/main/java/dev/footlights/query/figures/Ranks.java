package dev.footlights.query.figures;

import dev.footlights.query.period.Period;
import dev.footlights.query.store.ActionSums;
import dev.footlights.query.store.FigureRow;
import dev.footlights.query.store.RankCounts;
import dev.footlights.query.store.Slots;
import dev.footlights.schemas.features.FeatureRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The median rank of opened search results; about the people who opened them. */
final class Ranks implements KpiReader {
    private static final int HIGHEST_RANK = 100;
    private static final List<String> RANKED = IntStream.rangeClosed(0, HIGHEST_RANK)
            .mapToObj(rank -> "discover-" + rank)
            .toList();

    private final ReaderParts parts;

    Ranks(ReaderParts parts) {
        this.parts = parts;
    }

    @Override
    public Figure nothing() {
        return Figure.UNKNOWN;
    }

    @Override
    public Map<Cell, Figure> figures(Asked asked) {
        Map<Cell, List<FigureRow>> ranks = new HashMap<>();
        Map<Cell, Long> people = new HashMap<>();
        Scope everything = new Scope(asked.scope().teams(), List.of(FeatureRules.ALL));
        for (List<Period> run : Plan.runs(asked.periods())) {
            Slots slots = Slots.of(run);
            parts.clickHouse()
                    .run(new RankCounts(asked.scope().teams(), slots))
                    .forEach(row -> ranks.computeIfAbsent(row.cell(), cell -> new ArrayList<>())
                            .add(row));
            parts.clickHouse()
                    .run(new ActionSums(RANKED, everything, slots))
                    .forEach(row -> people.put(row.cell(), row.people()));
        }
        Map<Cell, Figure> figures = new HashMap<>();
        ranks.forEach(
                (cell, counted) -> figures.put(cell, Figure.measured(people.getOrDefault(cell, 0L), median(counted))));
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
