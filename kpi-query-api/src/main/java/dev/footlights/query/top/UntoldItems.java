package dev.footlights.query.top;

import dev.footlights.query.company.Entry;
import java.util.Set;

/**
 * What isn't told of the lists of a team and of those beside and above it.
 *
 * @param entries items that aren't
 * @param silent teams of which nothing is, not even how much isn't
 */
public record UntoldItems(Set<Entry> entries, Set<String> silent) {
    public static final UntoldItems NOTHING = new UntoldItems(Set.of(), Set.of());

    public UntoldItems {
        entries = Set.copyOf(entries);
        silent = Set.copyOf(silent);
    }
}
