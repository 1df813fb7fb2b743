package dev.footlights.query.rounds;

import dev.footlights.query.company.Crowd;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * A day on which people of a team did something that is counted.
 *
 * @param first when the first did
 * @param last when the last did
 * @param people how many did
 * @param crowd who, as far as it matters
 */
public record Day(String team, Instant first, Instant last, long people, Crowd crowd) {
    /**
     * A statement of the days, in order.
     *
     * @param rows a statement of the columns in_team, actor and moment (milliseconds, UTC), made of constants only; after its
     *     values there is one more, the name of the zone in which days begin
     * @param enough people who aren't too few
     */
    public static String sql(String rows, int enough) {
        return sql(rows, "''", enough);
    }

    /**
     * The same for each of several things, which is the sixth column.
     *
     * @param what of the rows' columns
     */
    public static String sql(String rows, String what, int enough) {
        return "SELECT in_team, min(moment) AS first, max(moment), uniqExact(actor), " + Crowd.expression("1", enough)
                + ", " + what + " AS what FROM (" + rows
                + ") GROUP BY in_team, what, toDate(fromUnixTimestamp64Milli(moment), ?) ORDER BY in_team, first";
    }

    /** A row of the statement. */
    public static Day of(ResultSet result, int enough) throws SQLException {
        return new Day(
                result.getString(1),
                Instant.ofEpochMilli(result.getLong(2)),
                Instant.ofEpochMilli(result.getLong(3)),
                result.getLong(4),
                Crowd.parse(result.getString(5), enough));
    }
}
