package dev.footlights.query.store;

import dev.footlights.query.figures.Cell;
import dev.footlights.query.figures.Figure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** A figure as the figure queries select it: team, feature, start in seconds, people, amount. */
public record FigureRow(String team, String feature, Instant start, long people, long amount) {
    static FigureRow of(ResultSet result) throws SQLException {
        return new FigureRow(
                result.getString(1),
                result.getString(2),
                Instant.ofEpochSecond(result.getLong(3)),
                result.getLong(4),
                result.getLong(5));
    }

    public Cell cell() {
        return new Cell(team, feature, start);
    }

    public Figure figure() {
        return new Figure(people, amount);
    }
}
