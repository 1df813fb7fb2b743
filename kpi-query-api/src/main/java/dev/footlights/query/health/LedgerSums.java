package dev.footlights.query.health;

import dev.footlights.query.store.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Events by what the streams processor made of them, received from begin to before end, seconds. */
record LedgerSums(long begin, long end) implements Query<LedgerSums.Sum> {
    /** Of one outcome. */
    record Sum(String outcome, String reason, long events) {}

    @Override
    public String sql() {
        return "SELECT outcome AS what, reason AS why, sum(events) FROM event_ledger FINAL"
                + " WHERE slot >= toDateTime(?, 'UTC') AND slot < toDateTime(?, 'UTC') GROUP BY what, why"
                + " ORDER BY what, why";
    }

    @Override
    public List<Object> values() {
        return List.of(begin, end);
    }

    @Override
    public Sum row(ResultSet result) throws SQLException {
        return new Sum(result.getString(1), result.getString(2), result.getLong(3));
    }
}
