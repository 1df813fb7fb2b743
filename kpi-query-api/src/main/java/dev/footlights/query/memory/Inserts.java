package dev.footlights.query.memory;

import dev.footlights.query.store.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * What was inserted of late, by its moment: inserts that began in the same millisecond are told as one.
 *
 * @param log which table tells of inserts
 * @param after milliseconds since 1970, by ClickHouse's time
 */
record Inserts(ChangeTable log, long after) implements Query<Inserts.Insert> {
    /**
     * One insert, or what can be seen of it yet.
     *
     * @param at milliseconds since 1970
     */
    record Insert(long at, long rows) {}

    @Override
    public String sql() {
        return "SELECT toUnixTimestamp64Milli(changed_at) AS at, count() FROM " + log.text()
                + " WHERE changed_at > fromUnixTimestamp64Milli(?, 'UTC') GROUP BY at";
    }

    @Override
    public List<Object> values() {
        return List.of(after);
    }

    @Override
    public Insert row(ResultSet result) throws SQLException {
        return new Insert(result.getLong(1), result.getLong(2));
    }
}
