package dev.footlights.query.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/** Works out what several ask for at the same time only once. Nothing is kept when it is done. */
public final class SingleFlight<K, V> {
    private final Function<K, V> work;
    private volatile ConcurrentMap<K, CompletableFuture<V>> flights = new ConcurrentHashMap<>();

    public SingleFlight(Function<K, V> work) {
        this.work = work;
    }

    /**
     * The work's result or exception, from the caller's own run of it or one that was on its way. When that one fails, which
     * may have been doomed before the caller asked, the result or exception of one that has begun since.
     */
    public V get(K key) {
        ConcurrentMap<K, CompletableFuture<V>> now = flights;
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> other = now.putIfAbsent(key, mine);
        if (other == null) {
            return run(now, key, mine);
        }
        try {
            return join(other);
        } catch (RuntimeException e) {
            CompletableFuture<V> later = now.putIfAbsent(key, mine);
            return later == null ? run(now, key, mine) : join(later);
        }
    }

    private V run(ConcurrentMap<K, CompletableFuture<V>> now, K key, CompletableFuture<V> mine) {
        try {
            V result = work.apply(key);
            now.remove(key, mine);
            mine.complete(result);
        } catch (RuntimeException | Error e) {
            // Before it is told, so that who is told finds no failed one.
            now.remove(key, mine);
            mine.completeExceptionally(e);
        }
        return join(mine);
    }

    /** Who asks from now on isn't given what has begun before. */
    public void startOver() {
        flights = new ConcurrentHashMap<>();
    }

    private static <V> V join(CompletableFuture<V> flight) {
        try {
            return flight.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
