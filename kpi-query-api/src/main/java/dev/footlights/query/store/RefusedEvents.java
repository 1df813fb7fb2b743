package dev.footlights.query.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What ingest refused, as the amount. What the streams processor set aside is in the ledger. */
public record RefusedEvents(boolean lateOnly, Slots slots) implements Query<FigureRow> {
    @Override
    public String sql() {
        return "SELECT 'org' AS in_team, '*' AS of_feature, roundDown(toUInt32(toUnixTimestamp(failed_at)),"
                + " CAST(?, 'Array(UInt32)')) AS start, 0 AS people, count() AS amount, 0 AS base FROM failed_events FINAL"
                + " WHERE component = 'ingest-service'" + (lateOnly ? " AND reason = 'late'" : "")
                + " AND failed_at >= toDateTime(?, 'UTC') AND failed_at < toDateTime(?, 'UTC') GROUP BY start";
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
