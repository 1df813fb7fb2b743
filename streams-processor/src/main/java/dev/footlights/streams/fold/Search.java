package dev.footlights.streams.fold;

import java.util.Locale;

/**
 * What a person is, or was last, searching for: the last event of its typing.
 *
 * @param term as typed
 * @param at milliseconds since 1970
 * @param counted whether it is in the facts already, since nothing followed for a while
 * @param earlierFirstAt firstAt of the term's row before this was counted in it, so that it can be taken back whole
 * @param earlierLastAt the same for lastAt
 */
public record Search(
        String term,
        long at,
        boolean zeroResults,
        TeamSet teams,
        String feature,
        boolean counted,
        long earlierFirstAt,
        long earlierLastAt) {
    /** Action of the rows that searches are counted in. */
    static final String ACTION = "search";

    private static final int LONGEST_ITEM = 128;

    static Search of(Usage usage) {
        return new Search(
                usage.subject(), usage.occurredAt(), usage.zeroResults(), usage.teams(), usage.feature(), false, 0, 0);
    }

    /** Whether the next search event goes on typing this one. */
    boolean continuedBy(Usage next, long pauseMillis) {
        return Math.abs(next.occurredAt() - at) < pauseMillis
                && (next.subject().startsWith(term) || term.startsWith(next.subject()));
    }

    Search counted(long firstAt, long lastAt) {
        return new Search(term, at, zeroResults, teams, feature, true, firstAt, lastAt);
    }

    Measures measures(int sign) {
        return Measures.searches(sign, zeroResults ? sign : 0, 0);
    }

    /** The term as the facts know it: trimmed, lower case, at most {@value #LONGEST_ITEM} characters. */
    String item() {
        String item = term.strip().toLowerCase(Locale.ROOT);
        if (item.length() <= LONGEST_ITEM) {
            return item;
        }
        int end = Character.isHighSurrogate(item.charAt(LONGEST_ITEM - 1)) ? LONGEST_ITEM - 1 : LONGEST_ITEM;
        return item.substring(0, end);
    }
}
