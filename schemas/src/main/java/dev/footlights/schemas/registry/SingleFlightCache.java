package dev.footlights.schemas.registry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * A bounded cache whose loads run once per key, however many threads ask; they all get the one outcome. A "not found" is remembered
 * for a moment, so that a flood of records with an unknown id doesn't become a flood of requests; other failures aren't remembered.
 */
final class SingleFlightCache<K, V> {
    private final Cache<K, V> found;
    private final Cache<K, SchemaNotFoundException> missing;
    private final ConcurrentMap<K, CompletableFuture<V>> flights = new ConcurrentHashMap<>();
    private final Function<K, V> loader;

    SingleFlightCache(int capacity, Duration missingFor, Function<K, V> loader) {
        this.found = Caffeine.newBuilder().maximumSize(capacity).build();
        this.missing = Caffeine.newBuilder()
                .maximumSize(capacity)
                .expireAfterWrite(missingFor)
                .build();
        this.loader = loader;
    }

    V get(K key) {
        SchemaNotFoundException known = missing.getIfPresent(key);
        if (known != null) {
            throw new SchemaNotFoundException(known.errorCode(), String.valueOf(known.getMessage()));
        }
        V value = found.getIfPresent(key);
        if (value != null) {
            return value;
        }
        CompletableFuture<V> ours = new CompletableFuture<>();
        CompletableFuture<V> flight = flights.putIfAbsent(key, ours);
        return flight == null ? load(key, ours) : join(flight);
    }

    /** Forgets that a key was not found. */
    void forgetMissing(K key) {
        missing.invalidate(key);
    }

    private V load(K key, CompletableFuture<V> flight) {
        try {
            // Another flight may have landed between our look and our start.
            V landed = found.getIfPresent(key);
            V value = landed == null ? loader.apply(key) : landed;
            found.put(key, value);
            flight.complete(value);
            return value;
        } catch (RuntimeException | Error e) {
            if (e instanceof SchemaNotFoundException notFound) {
                missing.put(key, notFound);
            }
            flight.completeExceptionally(e);
            throw e;
        } finally {
            flights.remove(key, flight);
        }
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
