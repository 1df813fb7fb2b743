package dev.footlights.query.figures;

import dev.footlights.query.period.Period;
import dev.footlights.query.presence.Presence;
import dev.footlights.query.presence.PresentMembers;
import dev.footlights.query.store.FigureRow;
import dev.footlights.query.store.Headcounts;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The team's people who were active, or weren't, measured against its headcount now. Every cell has a figure. The headcount
 * is public, so either tells how many of the roster were active: both are about these, or when there were none, about the
 * people active without being in the roster.
 */
final class Adoption implements KpiReader {
    private final ReaderParts parts;
    private final Measured measured;

    /** What is told of the two numbers. */
    interface Measured {
        /**
         * The figure.
         *
         * @param people whom it is about
         * @param active people of the roster
         */
        Figure figure(long people, long active, long headcount);
    }

    Adoption(ReaderParts parts, Measured measured) {
        this.parts = parts;
        this.measured = measured;
    }

    /** Share of the roster that was active. */
    static Adoption rate(ReaderParts parts) {
        return new Adoption(parts, Figure::ratio);
    }

    /** People of the roster who weren't active. */
    static Adoption inactive(ReaderParts parts) {
        return new Adoption(parts, (people, active, headcount) -> Figure.count(people, headcount - active));
    }

    @Override
    public boolean isAboutOthersAndAddsUp() {
        return true;
    }

    @Override
    public Map<Cell, Figure> figures(Asked asked) {
        Map<Cell, FigureRow> active =
                parts.clickHouse().run(new PresentMembers(Presence.of(asked.scope(), asked.periods()))).stream()
                        .collect(Collectors.toMap(FigureRow::cell, row -> row));
        Map<String, Long> headcounts = Headcounts.byTeam(parts.clickHouse());
        Map<Cell, Figure> figures = new HashMap<>();
        for (Period period : asked.periods()) {
            for (String team : asked.scope().teams()) {
                for (String feature : asked.scope().features()) {
                    Cell cell = new Cell(team, feature, period.start());
                    figures.put(cell, figure(cell, active, headcounts.getOrDefault(team, 0L)));
                }
            }
        }
        return figures;
    }

    private Figure figure(Cell cell, Map<Cell, FigureRow> active, long headcount) {
        FigureRow row = active.get(cell);
        long people = row == null ? 0 : row.people();
        long members = row == null ? 0 : row.amount();
        return measured.figure(members == 0 ? people : members, members, headcount)
                .against(headcount);
    }
}
