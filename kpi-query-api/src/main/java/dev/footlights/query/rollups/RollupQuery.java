package dev.footlights.query.rollups;

import dev.footlights.query.period.Granularity;
import dev.footlights.query.store.Query;
import java.util.List;
import java.util.Set;

/**
 * What is asked of the rollups: of ClickHouse as a statement, or of the copy in memory. Both give the same rows, in any order.
 *
 * @param <R> what a row becomes
 */
public sealed interface RollupQuery<R> extends Query<R> permits RollupFigures, RolledUpSums, UnitsBesideCuts {
    /** The kinds of periods it reads. */
    Set<Granularity> kinds();

    /** The rows from memory; {@link #kinds} are in it. */
    List<R> rows(RollupTable table);
}
