package dev.footlights.query.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Events of the ledger: accepted ones as the amount, or what is asked for. They are about events, not people. */
public record BookedEvents(Booked booked, Slots slots) implements Query<FigureRow> {
    /** Which of them. */
    public enum Booked {
        ACCEPTED("outcome = 'accepted'"),
        DUPLICATE("outcome = 'duplicate'"),
        LATE("outcome = 'late' AND reason = 'late'");

        private final String sql;

        Booked(String sql) {
            this.sql = sql;
        }
    }

    @Override
    public String sql() {
        return "SELECT 'org' AS in_team, '*' AS of_feature, " + Slots.START_OF_SLOT
                + " AS start, 0 AS people, sum(events) AS"
                + " amount, 0 AS base FROM event_ledger FINAL WHERE " + booked.sql
                + " AND slot >= toDateTime(?, 'UTC') AND slot < toDateTime(?, 'UTC') GROUP BY start";
    }

    @Override
    public List<Object> values() {
        return new ArrayList<>(List.of(slots.startsText(), slots.begin(), slots.end()));
    }

    @Override
    public FigureRow row(ResultSet result) throws SQLException {
        return FigureRow.of(result);
    }
}
