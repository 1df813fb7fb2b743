package dev.footlights.streams.fold;

import org.jspecify.annotations.Nullable;

/**
 * Some of the state, by key. Values are never changed in place.
 *
 * @param <V> value
 */
public interface Table<V> {
    @Nullable
    V get(String key);

    void put(String key, V value);

    void delete(String key);
}
