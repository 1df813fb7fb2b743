package dev.footlights.service.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Levenshtein distance, to name what was probably meant. */
public final class EditDistance {
    private EditDistance() {}

    /** The candidate nearest to the word and no further than {@code limit} edits. */
    static Optional<String> nearest(String word, Collection<String> candidates, int limit) {
        return candidates.stream()
                .filter(candidate -> between(word, candidate) <= limit)
                .min(Comparator.comparingInt((String candidate) -> between(word, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** How many letters have to be inserted, removed or changed to get from one word to the other. */
    public static int between(String left, String right) {
        int[] previous = new int[right.length() + 1];
        for (int column = 0; column <= right.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            int[] current = new int[right.length() + 1];
            current[0] = row;
            for (int column = 1; column <= right.length(); column++) {
                int change = left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1;
                current[column] =
                        Math.min(previous[column - 1] + change, Math.min(previous[column], current[column - 1]) + 1);
            }
            previous = current;
        }
        return previous[right.length()];
    }
}
