package dev.footlights.query.top;

import dev.footlights.query.company.Entry;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What isn't told of the lists of a team and of those beside and above it.
 *
 * @param entries items that aren't, among them such as are nobody's where that would tell of others
 * @param silent teams of which nothing is, not even how much isn't
 */
public record UntoldItems(Set<Entry> entries, Set<String> silent) {
    public static final UntoldItems NOTHING = new UntoldItems(Set.of(), Set.of());

    public UntoldItems {
        entries = Set.copyOf(entries);
        silent = Set.copyOf(silent);
    }

    /** The items of a team that aren't told; some of them may be nobody's. */
    Set<String> itemsOf(String team) {
        return entries.stream()
                .filter(entry -> entry.team().equals(team) && !entry.item().isEmpty())
                .map(Entry::item)
                .collect(Collectors.toSet());
    }
}
