package dev.footlights.query.figures;

import dev.footlights.query.period.Period;
import dev.footlights.query.store.FigureRow;
import dev.footlights.query.store.SessionSums;
import dev.footlights.query.store.SessionSums.Measured;
import dev.footlights.query.store.Slots;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What sessions add up to; about the people whose sessions start in the period. */
final class Sessions implements KpiReader {
    private static final long MILLISECONDS_OF_MINUTE = 60_000;

    private final ReaderParts parts;
    private final Measured measured;
    private final Figure nothing;
    private final Function<FigureRow, Figure> told;

    private Sessions(ReaderParts parts, Measured measured, Figure nothing, Function<FigureRow, Figure> told) {
        this.parts = parts;
        this.measured = measured;
        this.nothing = nothing;
        this.told = told;
    }

    static Sessions minutes(ReaderParts parts) {
        return new Sessions(
                parts,
                Measured.MILLISECONDS,
                Figure.ZERO,
                row -> Figure.decimal(
                        row.people(),
                        BigDecimal.valueOf(row.amount())
                                .divide(BigDecimal.valueOf(MILLISECONDS_OF_MINUTE), MathContext.DECIMAL64)));
    }

    /** Minutes of a session. */
    static Sessions length(ReaderParts parts) {
        return new Sessions(
                parts,
                Measured.MILLISECONDS,
                Figure.UNKNOWN,
                row -> Figure.ratio(row.people(), row.amount(), row.base() * MILLISECONDS_OF_MINUTE));
    }

    /** Page views of a session. */
    static Sessions views(ReaderParts parts) {
        return new Sessions(
                parts, Measured.VIEWS, Figure.UNKNOWN, row -> Figure.ratio(row.people(), row.amount(), row.base()));
    }

    @Override
    public Figure nothing() {
        return nothing;
    }

    @Override
    public boolean isAboutOthersAndAddsUp() {
        return true;
    }

    @Override
    public Map<Cell, Figure> figures(Asked asked) {
        Map<Cell, Figure> figures = new HashMap<>();
        for (List<Period> run : Plan.runs(asked.periods())) {
            figures.putAll(
                    Figures.of(parts.clickHouse().run(new SessionSums(measured, asked.scope(), Slots.of(run))), told));
        }
        return figures;
    }
}
