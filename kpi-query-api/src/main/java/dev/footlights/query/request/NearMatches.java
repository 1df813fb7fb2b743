package dev.footlights.query.request;

import dev.footlights.service.settings.EditDistance;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names what was probably meant. */
public final class NearMatches {
    private static final int MOST = 3;
    private static final int LONGEST = 100;

    private NearMatches() {}

    /**
     * At most three candidates that are near to the word, the nearest first; those that contain it are near too, and those whose
     * name after the last slash is near.
     */
    public static List<String> of(String word, Collection<String> candidates) {
        String asked = word.toLowerCase(Locale.ROOT);
        if (asked.isEmpty() || asked.length() > LONGEST) {
            return List.of();
        }
        int limit = Math.max(2, asked.length() / 3);
        return candidates.stream()
                .filter(candidate -> distance(asked, candidate) <= limit)
                .sorted(Comparator.comparingInt((String candidate) -> distance(asked, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    private static int distance(String asked, String candidate) {
        String name = candidate.toLowerCase(Locale.ROOT);
        if (asked.length() > 2 && name.contains(asked)) {
            return 1;
        }
        String last = name.substring(name.lastIndexOf('/') + 1);
        return Math.min(EditDistance.between(asked, name), EditDistance.between(asked, last));
    }
}
