package dev.footlights.query.store;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Reads several things at the same time, each by a connection of its own. */
public final class Meanwhile {
    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private Meanwhile() {}

    /**
     * Begins to read.
     *
     * @return waits for what was read, or throws what reading threw
     */
    public static <T> Supplier<T> read(Supplier<T> reading) {
        Future<T> future = THREADS.submit(reading::get);
        return () -> await(future);
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("interrupted while waiting for ClickHouse", e);
        }
    }
}
