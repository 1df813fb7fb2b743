package dev.footlights.query.rollups;

import dev.footlights.query.figures.Column;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * The rollups of one kind of period, one team and one feature, in the order of time. A column takes memory from its first value
 * that isn't 0. Not safe for several threads.
 */
final class RollupSeries {
    private static final Column[] COLUMNS = Column.values();
    private static final int FIRST_ROOM = 8;

    private final Map<Column, long[]> columns = new EnumMap<>(Column.class);
    private long[] starts = new long[FIRST_ROOM];
    private int size;

    int size() {
        return size;
    }

    /** Start of a period, seconds since 1970. */
    long start(int index) {
        return starts[index];
    }

    /** Sum over the shards. */
    long value(Column column, int index) {
        long[] values = columns.get(column);
        return values == null ? 0 : values[index];
    }

    /** Where a period is, or negative when nothing is known of it. */
    int at(long start) {
        return Arrays.binarySearch(starts, 0, size, start);
    }

    /** Where the first period is that doesn't begin before; {@link #size} when there is none. */
    int from(long start) {
        int at = at(start);
        return at < 0 ? -at - 1 : at;
    }

    /**
     * Replaces a period, or adds it.
     *
     * @param sums one for each {@link Column}, beginning at an offset
     * @return whether it is added
     */
    boolean put(long start, long[] sums, int offset) {
        boolean added = at(start) < 0;
        int at = from(start);
        if (added) {
            makeRoom(at);
            starts[at] = start;
        }
        int of = offset;
        for (Column column : COLUMNS) {
            long sum = sums[of++];
            if (sum != 0) {
                columns.computeIfAbsent(column, any -> new long[starts.length])[at] = sum;
            } else {
                columns.computeIfPresent(column, (any, values) -> {
                    values[at] = 0;
                    return values;
                });
            }
        }
        return added;
    }

    private void makeRoom(int at) {
        if (size == starts.length) {
            int room = size + Math.max(FIRST_ROOM, size >> 2);
            starts = Arrays.copyOf(starts, room);
            columns.replaceAll((column, values) -> Arrays.copyOf(values, room));
        }
        System.arraycopy(starts, at, starts, at + 1, size - at);
        columns.values().forEach(values -> System.arraycopy(values, at, values, at + 1, size - at));
        size++;
    }
}
