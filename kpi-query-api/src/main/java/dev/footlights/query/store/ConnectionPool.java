package dev.footlights.query.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** At most so many connections, made when needed. One that failed isn't used again, so the pool heals by itself. */
public final class ConnectionPool implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ConnectionPool.class);

    private final String url;
    private final Properties properties;
    private final Duration patience;
    private final Semaphore free;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

    /**
     * Connects to nothing yet.
     *
     * @param size connections in use at once
     * @param patience how long a caller waits for one of them
     */
    public ConnectionPool(String url, Properties properties, int size, Duration patience) {
        this.url = url;
        this.properties = properties;
        this.patience = patience;
        this.free = new Semaphore(size);
    }

    /** A connection that is this caller's until {@link #giveBack}. */
    Connection take() {
        try {
            if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new UnavailableException("all connections to ClickHouse are busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("interrupted while waiting for ClickHouse", e);
        }
        Connection connection = idle.pollFirst();
        if (connection != null) {
            return connection;
        }
        try {
            return DriverManager.getConnection(url, properties);
        } catch (SQLException | RuntimeException e) {
            free.release();
            throw new UnavailableException("ClickHouse can't be reached", e);
        }
    }

    void giveBack(Connection connection, boolean sound) {
        if (sound) {
            idle.addFirst(connection);
        } else {
            close(connection);
        }
        free.release();
    }

    @Override
    public void close() {
        for (Connection connection = idle.pollFirst(); connection != null; connection = idle.pollFirst()) {
            close(connection);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            log.atDebug().setCause(e).log("connection not closed");
        }
    }
}
