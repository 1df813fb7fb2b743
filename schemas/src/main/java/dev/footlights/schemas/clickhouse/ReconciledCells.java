package dev.footlights.schemas.clickhouse;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A team's figures by cell; what isn't there is 0. */
final class ReconciledCells {
    private final Map<ReconciledCell, Map<ReconciledMeasure, Long>> figures = new HashMap<>();

    void add(ReconciledCell cell, ReconciledMeasure measure, long value) {
        figures.computeIfAbsent(cell, missing -> new EnumMap<>(ReconciledMeasure.class))
                .merge(measure, value, Long::sum);
    }

    void addToAll(ReportingPeriods periods, Instant moment, String feature, ReconciledMeasure measure, long value) {
        for (ReportingPeriods.Period period : periods.at(moment)) {
            add(new ReconciledCell(feature, period.kind(), period.start()), measure, value);
        }
    }

    long figure(ReconciledCell cell, ReconciledMeasure measure) {
        return figures.getOrDefault(cell, Map.of()).getOrDefault(measure, 0L);
    }

    /** The cells of both. */
    Set<ReconciledCell> union(ReconciledCells other) {
        Set<ReconciledCell> all = new HashSet<>(figures.keySet());
        all.addAll(other.figures.keySet());
        return all;
    }
}
