package dev.footlights.query.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs queries, each bounded in time and rows. Safe for many threads. */
public final class ClickHouse implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ClickHouse.class);

    private final ConnectionPool pool;
    private final Duration limit;
    private final SingleFlight<Query<?>, List<?>> flight = new SingleFlight<>(this::runAnew);

    /** @param limit how long a query may take */
    public ClickHouse(ConnectionPool pool, Duration limit) {
        this.pool = pool;
        this.limit = limit;
    }

    /**
     * All rows of a query. Those who ask the same at the same time, since {@link #startOver}, are given the same rows.
     *
     * @return what can't be changed
     * @throws UnavailableException when they can't be had completely; never a part of them
     */
    @SuppressWarnings("unchecked")
    public <R> List<R> run(Query<R> query) {
        // Equal queries make the same of their rows.
        return (List<R>) flight.get(query);
    }

    /** From now on no rows are given that were being read before. */
    public void startOver() {
        flight.startOver();
    }

    /**
     * All rows of a query as they are after the call began: for who must see what was just written.
     *
     * @throws UnavailableException as {@link #run}
     */
    public <R> List<R> runAnew(Query<R> query) {
        Connection connection = pool.take();
        boolean sound = false;
        try {
            long begun = System.nanoTime();
            List<R> rows = run(connection, query);
            log.atDebug()
                    .addKeyValue("query", query.getClass().getSimpleName())
                    .addKeyValue("rows", rows.size())
                    .addKeyValue("milliseconds", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun))
                    .log("query answered");
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

    /**
     * Runs a statement that writes.
     *
     * @param sql with a question mark for each value; made of constants only
     * @param values strings and whole numbers
     * @throws UnavailableException when it isn't known to be written
     */
    public void write(String sql, List<Object> values) {
        Connection connection = pool.take();
        boolean sound = false;
        try (PreparedStatement statement = prepare(connection, sql, values)) {
            statement.execute();
            sound = true;
        } catch (SQLException e) {
            log.atWarn()
                    .addKeyValue("code", e.getErrorCode())
                    .addKeyValue("problem", e.getMessage())
                    .log("write failed");
            throw new UnavailableException("ClickHouse doesn't take it", e);
        } finally {
            pool.giveBack(connection, sound);
        }
    }

    private PreparedStatement prepare(Connection connection, String sql, List<Object> values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setQueryTimeout(Math.toIntExact(Math.max(1, limit.toSeconds())));
        int position = 0;
        for (Object value : values) {
            position++;
            if (value instanceof Long number) {
                statement.setLong(position, number);
            } else {
                statement.setString(position, (String) value);
            }
        }
        return statement;
    }

    private <R> List<R> run(Connection connection, Query<R> query) throws SQLException {
        try (PreparedStatement statement = prepare(connection, query.sql(), query.values())) {
            List<R> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(query.row(result));
                }
            }
            return Collections.unmodifiableList(rows);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
