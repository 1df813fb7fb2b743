package dev.footlights.query.rollups;

import dev.footlights.query.figures.Column;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How sums of all columns are selected, and read into memory. */
final class RollupSums {
    private static final int COLUMNS = Column.values().length;

    /** The sums over shards, one for each {@link Column}, as whole numbers. */
    static final String SELECTED = Arrays.stream(Column.values())
            .map(column -> "toInt64(sum(" + column.text() + "))")
            .collect(Collectors.joining(", "));

    /** Numbers of a period: its start and {@link #SELECTED}. */
    static final int WIDTH = 1 + COLUMNS;

    private RollupSums() {}
}
