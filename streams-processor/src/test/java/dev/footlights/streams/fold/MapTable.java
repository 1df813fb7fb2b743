package dev.footlights.streams.fold;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A table in memory. */
final class MapTable<V> implements SortedTable<V> {
    private final TreeMap<String, V> entries = new TreeMap<>();

    Map<String, V> entries() {
        return entries;
    }

    @Override
    public @Nullable V get(String key) {
        return entries.get(key);
    }

    @Override
    public void put(String key, V value) {
        entries.put(key, value);
    }

    @Override
    public void delete(String key) {
        entries.remove(key);
    }

    @Override
    public Map.@Nullable Entry<String, V> last(String from, String to) {
        Map.Entry<String, V> found = entries.floorEntry(to);
        return found == null || found.getKey().compareTo(from) < 0 ? null : found;
    }
}
