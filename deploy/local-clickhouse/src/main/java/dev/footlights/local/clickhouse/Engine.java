package dev.footlights.local.clickhouse;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
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

/** The engine on one data directory: a few platform threads, each statement on a connection of its own. */
final class Engine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final AtomicReference<@Nullable Path> RUNNING = new AtomicReference<>();
    private static final int WORKERS = 4;
    private static final long WORKER_STACK_BYTES = 8L << 20;
    private static final int CLOSE_SECONDS = 5;

    private final Path data;
    private final List<String> arguments;
    private final DataDirectoryLock lock;
    private final BlockingQueue<EngineConnection> idle = new ArrayBlockingQueue<>(WORKERS);
    private final ExecutorService workers;
    private final String version;

    private Engine(Path data, DataDirectoryLock lock) {
        this.data = data;
        this.lock = lock;
        this.arguments = EngineSettings.arguments(data);
        for (int i = 0; i < WORKERS; i++) {
            idle.add(EngineConnection.open(arguments));
        }
        // Foreign calls pin a virtual thread's carrier, so statements run on platform threads.
        workers = Executors.newFixedThreadPool(
                WORKERS,
                task -> Thread.ofPlatform()
                        .name("clickhouse-engine")
                        .daemon()
                        .stackSize(WORKER_STACK_BYTES)
                        .unstarted(task));
        version = new String(
                        call(connection -> connection.query("SELECT version()".getBytes(UTF_8), "TSV", Map.of()))
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
     * Runs work with a connection of its own and waits for it.
     *
     * @throws QueryException from the work itself, or when the engine is shutting down
     */
    <T> T call(Function<EngineConnection, T> work) {
        try {
            return workers.submit(() -> onConnection(work)).get();
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

    /** Like {@link #call}, for work that changes its session: on a new connection that is closed afterwards. */
    <T> T callOnce(Function<EngineConnection, T> work) {
        return call(connection -> {
            try (EngineConnection own = EngineConnection.open(arguments)) {
                return work.apply(own);
            }
        });
    }

    /** Lets running statements end, closes the connections and gives the directory free. */
    @Override
    public void close() {
        workers.shutdown();
        try {
            if (workers.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                idle.forEach(EngineConnection::close);
                idle.clear();
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

    private <T> T onConnection(Function<EngineConnection, T> work) throws InterruptedException {
        EngineConnection connection = idle.take();
        try {
            return work.apply(connection);
        } finally {
            idle.put(connection);
        }
    }
}
