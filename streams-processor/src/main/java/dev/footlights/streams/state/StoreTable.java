package dev.footlights.streams.state;

import dev.footlights.streams.fold.SortedTable;
import java.util.Map;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * A store as the fold sees it.
 *
 * @param <V> value
 */
public final class StoreTable<V> implements SortedTable<V> {
    private final KeyValueStore<String, V> store;

    public StoreTable(KeyValueStore<String, V> store) {
        this.store = store;
    }

    @Override
    public @Nullable V get(String key) {
        return store.get(key);
    }

    @Override
    public void put(String key, V value) {
        store.put(key, value);
    }

    @Override
    public void delete(String key) {
        store.delete(key);
    }

    @Override
    public Map.@Nullable Entry<String, V> last(String from, String to) {
        try (KeyValueIterator<String, V> backwards = store.reverseRange(from, to)) {
            while (backwards.hasNext()) {
                KeyValue<String, V> found = backwards.next();
                // Read backwards, Kafka's cache also hands out what was just deleted, as a key without a value.
                if (found.value != null) {
                    return Map.entry(found.key, found.value);
                }
            }
            return null;
        }
    }
}
