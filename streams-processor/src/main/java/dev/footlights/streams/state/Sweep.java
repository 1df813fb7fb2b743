package dev.footlights.streams.state;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Removes what has expired from a store whose keys don't lie in time: each run looks through the next stretch.
 *
 * @param <V> value
 */
final class Sweep<V> {
    private final int stretch;
    private @Nullable String from;

    /** @param stretch entries looked at per run */
    Sweep(int stretch) {
        this.stretch = stretch;
    }

    /** Gives how many entries were removed. */
    int run(KeyValueStore<String, V> store, Predicate<V> expired) {
        List<String> removed = new ArrayList<>();
        int seen = 0;
        String last = null;
        try (KeyValueIterator<String, V> entries = store.range(from, null)) {
            while (entries.hasNext() && seen < stretch) {
                KeyValue<String, V> entry = entries.next();
                seen++;
                last = entry.key;
                if (expired.test(entry.value)) {
                    removed.add(entry.key);
                }
            }
        }
        from = seen < stretch ? null : last;
        removed.forEach(store::delete);
        return removed.size();
    }
}
