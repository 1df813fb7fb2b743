package dev.footlights.query.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs queries, each bounded in time and rows. Safe for many threads. */
public final class ClickHouse implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ClickHouse.class);

    private final ConnectionPool pool;
    private final Duration limit;

    /** @param limit how long a query may take */
    public ClickHouse(ConnectionPool pool, Duration limit) {
        this.pool = pool;
        this.limit = limit;
    }

    /**
     * All rows of a query.
     *
     * @throws UnavailableException when they can't be had completely; never a part of them
     */
    public <R> List<R> run(Query<R> query) {
        Connection connection = pool.take();
        boolean sound = false;
        try {
            List<R> rows = run(connection, query);
            sound = true;
            return rows;
        } catch (SQLException e) {
            log.atWarn()
                    .addKeyValue("query", query.getClass().getSimpleName())
                    .addKeyValue("code", e.getErrorCode())
                    .addKeyValue("problem", e.getMessage())
                    .log("query failed");
            throw new UnavailableException("ClickHouse doesn't answer", e);
        } finally {
            pool.giveBack(connection, sound);
        }
    }

    private <R> List<R> run(Connection connection, Query<R> query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query.sql())) {
            statement.setQueryTimeout(Math.toIntExact(Math.max(1, limit.toSeconds())));
            int position = 0;
            for (Object value : query.values()) {
                position++;
                if (value instanceof Long number) {
                    statement.setLong(position, number);
                } else {
                    statement.setString(position, (String) value);
                }
            }
            List<R> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(query.row(result));
                }
            }
            return rows;
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
