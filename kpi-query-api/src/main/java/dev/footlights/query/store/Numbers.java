package dev.footlights.query.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

/** Reads arrays of whole numbers. */
public final class Numbers {
    private Numbers() {}

    /**
     * The numbers of a column.
     *
     * @param column an {@code Array(Int64)}, counted from 1
     */
    public static long[] read(ResultSet result, int column) throws SQLException {
        return result.getArray(column).getArray() instanceof long[] numbers
                ? numbers
                : Arrays.stream((Object[]) result.getArray(column).getArray())
                        .mapToLong(number -> ((Number) number).longValue())
                        .toArray();
    }
}
