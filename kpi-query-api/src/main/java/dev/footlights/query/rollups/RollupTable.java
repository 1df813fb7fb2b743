package dev.footlights.query.rollups;

import dev.footlights.query.figures.Column;
import dev.footlights.query.figures.Scope;
import dev.footlights.query.period.Granularity;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rollups of days, weeks and months, summed over their shards. Not safe for several threads. */
final class RollupTable {
    /** What is held in memory. Hours are many, and asked for seldom. */
    static final Set<Granularity> KINDS = Set.of(Granularity.DAY, Granularity.WEEK, Granularity.MONTH);

    private final Map<Granularity, Map<String, Map<String, RollupSeries>>> kinds = new EnumMap<>(Granularity.class);
    private long cells;

    RollupTable() {
        KINDS.forEach(kind -> kinds.put(kind, new HashMap<>()));
    }

    /** Periods of teams and features. */
    long cells() {
        return cells;
    }

    /**
     * Replaces a cell, or adds it.
     *
     * @param start of the period, seconds since 1970
     * @param sums one for each {@link Column}, beginning at an offset
     */
    void put(Granularity kind, String team, String feature, long start, long[] sums, int offset) {
        RollupSeries series = teams(kind)
                .computeIfAbsent(team, any -> new HashMap<>())
                .computeIfAbsent(feature, any -> new RollupSeries());
        if (series.put(start, sums, offset)) {
            cells++;
        }
    }

    /** What looks at one series. */
    interface Reader {
        void read(String team, String feature, RollupSeries series);
    }

    /** Shows each series of a scope in which there is something. */
    void read(Granularity kind, Scope scope, Reader reader) {
        for (String team : scope.teams()) {
            Map<String, RollupSeries> features = teams(kind).getOrDefault(team, Map.of());
            for (String feature : scope.features()) {
                RollupSeries series = features.get(feature);
                if (series != null) {
                    reader.read(team, feature, series);
                }
            }
        }
    }

    /** One series, null when there is nothing. */
    @Nullable
    RollupSeries series(Granularity kind, String team, String feature) {
        return teams(kind).getOrDefault(team, Map.of()).get(feature);
    }

    private Map<String, Map<String, RollupSeries>> teams(Granularity kind) {
        Map<String, Map<String, RollupSeries>> teams = kinds.get(kind);
        if (teams == null) {
            throw new IllegalArgumentException(kind + " is not held in memory");
        }
        return teams;
    }
}
