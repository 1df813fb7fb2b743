package dev.footlights.query.figures;

import dev.footlights.query.period.Period;
import dev.footlights.query.store.FigureRow;
import dev.footlights.query.store.Query;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A KPI about how things stand at the end of each period. Every cell has a figure. */
final class Moments implements KpiReader {
    private final ReaderParts parts;
    private final Source source;
    private final Told told;
    private final boolean aboutPeople;

    /** Makes the query; its rows name moments as their starts. */
    interface Source {
        /**
         * The query.
         *
         * @param moments seconds since 1970
         */
        Query<FigureRow> query(List<String> teams, List<Long> moments);
    }

    /** Makes the figure of a team. */
    interface Told {
        Figure of(String team, FigureRow row);
    }

    private Moments(ReaderParts parts, Source source, Told told, boolean aboutPeople) {
        this.parts = parts;
        this.source = source;
        this.told = told;
        this.aboutPeople = aboutPeople;
    }

    static Moments ofPeople(ReaderParts parts, Source source, Told told) {
        return new Moments(parts, source, told, true);
    }

    static Moments ofThings(ReaderParts parts, Source source, Told told) {
        return new Moments(parts, source, told, false);
    }

    @Override
    public boolean isAboutPeople() {
        return aboutPeople;
    }

    @Override
    public Map<Cell, Figure> figures(Asked asked) {
        List<Long> ends = asked.periods().stream()
                .map(period -> period.end().getEpochSecond())
                .toList();
        Map<String, Map<Instant, FigureRow>> rows = new HashMap<>();
        parts.clickHouse()
                .run(source.query(asked.scope().teams(), ends))
                .forEach(row -> rows.computeIfAbsent(row.team(), team -> new HashMap<>())
                        .put(row.start(), row));
        Map<Cell, Figure> figures = new HashMap<>();
        for (String team : asked.scope().teams()) {
            for (Period period : asked.periods()) {
                FigureRow row = rows.getOrDefault(team, Map.of()).get(period.end());
                FigureRow counted = row == null ? new FigureRow(team, "*", period.end(), 0, 0, 0) : row;
                figures.put(new Cell(team, "*", period.start()), told.of(team, counted));
            }
        }
        return figures;
    }
}
