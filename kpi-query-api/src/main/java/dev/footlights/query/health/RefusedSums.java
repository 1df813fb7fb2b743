package dev.footlights.query.health;

import dev.footlights.query.store.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * What ingest refused from begin to before end, seconds, by reason. What the streams processor set aside is in the same table
 * but in the ledger too, so it isn't counted here.
 */
record RefusedSums(long begin, long end) implements Query<RefusedSums.Sum> {
    /** The component whose failed events these are. */
    static final String INGEST = "ingest-service";

    /** Of one reason. */
    record Sum(String reason, long events) {}

    @Override
    public String sql() {
        return "SELECT reason AS why, count() FROM failed_events FINAL WHERE component = ?"
                + " AND toUnixTimestamp64Milli(failed_at) >= ? AND toUnixTimestamp64Milli(failed_at) < ?"
                + " GROUP BY why ORDER BY why";
    }

    @Override
    public List<Object> values() {
        return List.of(INGEST, begin * 1000, end * 1000);
    }

    @Override
    public Sum row(ResultSet result) throws SQLException {
        return new Sum(result.getString(1), result.getLong(2));
    }
}
