package dev.footlights.streams.fold;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table whose neighbouring keys can be found.
 *
 * @param <V> value
 */
public interface SortedTable<V> extends Table<V> {
    /** The entry with the greatest key from {@code from} to {@code to}, both included; null when there is none. */
    Map.@Nullable Entry<String, V> last(String from, String to);
}
