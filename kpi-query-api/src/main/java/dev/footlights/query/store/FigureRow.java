package dev.footlights.query.store;

import dev.footlights.query.figures.Cell;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * A row as the figure queries select it: team, feature, start in seconds, people, amount, base.
 *
 * @param people distinct people whom it is about
 * @param base what the amount is divided by, for the KPIs that divide
 */
public record FigureRow(String team, String feature, Instant start, long people, long amount, long base) {
    public static FigureRow of(ResultSet result) throws SQLException {
        return new FigureRow(
                result.getString(1),
                result.getString(2),
                Instant.ofEpochSecond(result.getLong(3)),
                result.getLong(4),
                result.getLong(5),
                result.getLong(6));
    }

    /** The same sums about other people. */
    public FigureRow about(long others) {
        return new FigureRow(team, feature, start, others, amount, base);
    }

    /** Both together, of one cell, about nobody: people don't add up. */
    public FigureRow plus(FigureRow other) {
        return new FigureRow(team, feature, start, 0, amount + other.amount, base + other.base);
    }

    public Cell cell() {
        return new Cell(team, feature, start);
    }
}
