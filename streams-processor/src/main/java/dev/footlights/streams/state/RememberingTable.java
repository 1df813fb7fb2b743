package dev.footlights.streams.state;

import dev.footlights.streams.fold.Table;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the values used lately, so that reading one back needs no look-up and no decoding. Writes go through. Only for
 * a table that nobody else writes to; for one thread.
 *
 * @param <V> value, never changed in place
 */
public final class RememberingTable<V> implements Table<V> {
    private final Table<V> table;
    private final Map<String, V> remembered;

    /** Remembers at most so many values, those used last. */
    public RememberingTable(Table<V> table, int most) {
        this.table = table;
        this.remembered = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > most;
            }
        };
    }

    @Override
    public @Nullable V get(String key) {
        V known = remembered.get(key);
        if (known != null) {
            return known;
        }
        V found = table.get(key);
        if (found != null) {
            remembered.put(key, found);
        }
        return found;
    }

    @Override
    public void put(String key, V value) {
        table.put(key, value);
        remembered.put(key, value);
    }

    @Override
    public void delete(String key) {
        table.delete(key);
        remembered.remove(key);
    }

    /** To be called when something was removed behind its back. */
    public void forget() {
        remembered.clear();
    }
}
