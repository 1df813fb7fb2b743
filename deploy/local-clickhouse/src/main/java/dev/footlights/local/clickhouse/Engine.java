package dev.footlights.local.clickhouse;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine on one data directory: a few platform threads, each statement on a connection of its own. A connection is kept
 * for statements that want the same session, since to set one up takes longer than most statements.
 */
final class Engine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final AtomicReference<@Nullable Path> RUNNING = new AtomicReference<>();
    private static final int WORKERS = 4;
    private static final int KEPT = 4 * WORKERS;
    private static final long WORKER_STACK_BYTES = 8L << 20;
    private static final int CLOSE_SECONDS = 5;

    private final Path data;
    private final List<String> arguments;
    private final DataDirectoryLock lock;
    /** The engine runs as long as a connection is open. */
    private final EngineConnection first;

    private final KeptConnections kept = new KeptConnections(KEPT);
    private final ExecutorService workers;
    private final String version;

    private Engine(Path data, DataDirectoryLock lock) {
        this.data = data;
        this.lock = lock;
        this.arguments = EngineSettings.arguments(data);
        first = EngineConnection.open(arguments);
        // Foreign calls pin a virtual thread's carrier, so statements run on platform threads.
        workers = Executors.newFixedThreadPool(
                WORKERS,
                task -> Thread.ofPlatform()
                        .name("clickhouse-engine")
                        .daemon()
                        .stackSize(WORKER_STACK_BYTES)
                        .unstarted(task));
        version = new String(
                        call(
                                        Session.FIRST,
                                        connection ->
                                                connection.query("SELECT version()".getBytes(UTF_8), "TSV", Map.of()))
                                .body(),
                        UTF_8)
                .strip();
    }

    /**
     * Starts the engine.
     *
     * @throws EngineUnavailableException when it isn't installed, already runs in this process, or the directory is in
     *     use
     */
    static Engine start(Path dataDirectory) {
        Path data = dataDirectory.toAbsolutePath().normalize();
        if (!RUNNING.compareAndSet(null, data)) {
            throw new EngineUnavailableException(
                    "The ClickHouse engine runs once per process, and this one has it on " + RUNNING.get() + ".");
        }
        try {
            DataDirectoryLock lock = DataDirectoryLock.acquire(data);
            try {
                return new Engine(data, lock);
            } catch (RuntimeException | Error failure) {
                lock.close();
                throw failure;
            }
        } catch (RuntimeException | Error failure) {
            RUNNING.set(null);
            throw failure;
        }
    }

    /** ClickHouse's version. */
    String version() {
        return version;
    }

    /**
     * Runs work that leaves the session as it is, and waits for it.
     *
     * @throws QueryException from the work itself, when there is no such session, or when the engine is shutting down
     */
    <T> T call(Session session, Function<EngineConnection, T> work) {
        return await(() -> onKept(session, work));
    }

    /** Like {@link #call}, for work that changes its session: on a new connection that is closed afterwards. */
    <T> T callOnce(Session session, Function<EngineConnection, T> work) {
        return await(() -> {
            try (EngineConnection own = open(session)) {
                return work.apply(own);
            }
        });
    }

    private <T> T await(Callable<T> work) {
        try {
            return workers.submit(work).get();
        } catch (ExecutionException failure) {
            switch (failure.getCause()) {
                case QueryException refused -> throw refused;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(failure.getCause());
            }
        } catch (RejectedExecutionException closing) {
            throw new QueryException(439, "CANNOT_SCHEDULE_TASK", "The server is shutting down");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new QueryException(394, "QUERY_WAS_CANCELLED", "Interrupted while waiting for the result");
        }
    }

    /** Lets running statements end, closes the connections and gives the directory free. */
    @Override
    public void close() {
        workers.shutdown();
        try {
            if (workers.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                kept.close();
                first.close();
            } else {
                // Closing under a running statement aborts the process; what is stored is safe without it.
                LOG.warn("ClickHouse data={} closed with statements still running", data);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            lock.close();
            RUNNING.set(null);
        }
    }

    private <T> T onKept(Session session, Function<EngineConnection, T> work) {
        EngineConnection known = kept.take(session);
        EngineConnection connection = known == null ? open(session) : known;
        try {
            return work.apply(connection);
        } finally {
            kept.giveBack(session, connection);
        }
    }

    private EngineConnection open(Session session) {
        EngineConnection connection = EngineConnection.open(arguments);
        try {
            session.begin(connection);
            return connection;
        } catch (RuntimeException | Error refused) {
            connection.close();
            throw refused;
        }
    }
}
