package dev.footlights.query.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Every event received before this moment is in the tables; no row as long as nothing is known. */
public record Freshness() implements Query<Instant> {
    @Override
    public String sql() {
        return "SELECT toUnixTimestamp64Milli(max(as_of)) FROM freshness WHERE source = 'sink' HAVING count() > 0";
    }

    @Override
    public List<Object> values() {
        return List.of();
    }

    @Override
    public Instant row(ResultSet result) throws SQLException {
        return Instant.ofEpochMilli(result.getLong(1));
    }
}
