package dev.footlights.query.memory;

import dev.footlights.query.store.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** ClickHouse's own time, by which changes are marked, in milliseconds since 1970. */
record ServerTime() implements Query<Long> {
    @Override
    public String sql() {
        return "SELECT toUnixTimestamp64Milli(now64(3))";
    }

    @Override
    public List<Object> values() {
        return List.of();
    }

    @Override
    public Long row(ResultSet result) throws SQLException {
        return result.getLong(1);
    }
}
