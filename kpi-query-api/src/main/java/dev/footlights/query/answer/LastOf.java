package dev.footlights.query.answer;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What follows from something that is asked about again and again and seldom changes: worked out once for each that isn't equal
 * to the last. For several threads.
 */
final class LastOf<K, V> {
    private record Known<K, V>(K from, V value) {}

    private final Function<K, V> working;
    private volatile @Nullable Known<K, V> known;

    LastOf(Function<K, V> working) {
        this.working = working;
    }

    V of(K from) {
        Known<K, V> last = known;
        if (last == null || !last.from.equals(from)) {
            last = new Known<>(from, working.apply(from));
            known = last;
        }
        return last.value;
    }
}
