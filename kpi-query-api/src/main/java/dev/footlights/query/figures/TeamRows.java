package dev.footlights.query.figures;

import dev.footlights.query.period.Period;
import dev.footlights.query.rounds.Occasions;
import dev.footlights.query.store.FigureRow;
import dev.footlights.query.store.Query;
import dev.footlights.query.store.Slots;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A KPI that one query answers for teams, whatever the feature. */
final class TeamRows implements KpiReader {
    private final ReaderParts parts;
    private final boolean addsUp;
    private final Optional<When> when;
    private final Figure nothing;
    private final Source source;
    private final Function<FigureRow, Figure> told;

    /** Makes the query. */
    interface Source {
        Query<FigureRow> query(List<String> teams, Slots slots);
    }

    /** Tells when it was done. */
    interface When {
        Occasions occasions(List<String> teams, ZoneId zone, int enough);
    }

    private TeamRows(
            ReaderParts parts,
            boolean addsUp,
            Optional<When> when,
            Figure nothing,
            Source source,
            Function<FigureRow, Figure> told) {
        this.parts = parts;
        this.addsUp = addsUp;
        this.when = when;
        this.nothing = nothing;
        this.source = source;
        this.told = told;
    }

    /**
     * Shares of people, each of whom counts once in whatever stretch of time.
     *
     * @param nothing figure of a cell without a row
     */
    static TeamRows shares(ReaderParts parts, Figure nothing, Source source, Function<FigureRow, Figure> told) {
        return new TeamRows(parts, true, Optional.empty(), nothing, source, told);
    }

    /**
     * Sums, and shares of sums.
     *
     * @param when what is added up was done
     * @param nothing as above
     */
    static TeamRows sums(
            ReaderParts parts, When when, Figure nothing, Source source, Function<FigureRow, Figure> told) {
        return new TeamRows(parts, true, Optional.of(when), nothing, source, told);
    }

    /** Medians. */
    static TeamRows medians(ReaderParts parts, Source source, Function<FigureRow, Figure> told) {
        return new TeamRows(parts, false, Optional.empty(), Figure.UNKNOWN, source, told);
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
    public Optional<Occasions> occasions(List<String> teams, int enough) {
        return when.map(each -> each.occasions(teams, parts.reportingZone(), enough));
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
