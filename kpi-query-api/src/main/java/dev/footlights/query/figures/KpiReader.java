package dev.footlights.query.figures;

import java.util.Map;

/** Reads the figures of one KPI. Safe for many threads. */
public interface KpiReader {
    /**
     * The figures asked for; a cell that is missing is {@link #nothing}.
     *
     * @throws dev.footlights.query.store.UnavailableException when they can't be read
     */
    Map<Cell, Figure> figures(Asked asked);

    /** The figure of a cell in which nothing happened: 0 unless the KPI says otherwise. */
    default Figure nothing() {
        return Figure.ZERO;
    }
}
