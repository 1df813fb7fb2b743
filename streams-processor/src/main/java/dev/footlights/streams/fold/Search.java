package dev.footlights.streams.fold;

import java.util.Locale;

/**
 * What a person was last searching for: the last event of its typing. It is kept until they search for something else or
 * open a result.
 *
 * @param term as typed
 * @param at milliseconds since 1970
 * @param stage how far it has come
 * @param earlierFirstAt firstAt of the term's row before this was counted in it, so that it can be taken back whole
 * @param earlierLastAt the same for lastAt
 */
public record Search(
        String term,
        long at,
        boolean zeroResults,
        TeamSet teams,
        String feature,
        Stage stage,
        long earlierFirstAt,
        long earlierLastAt) {
    /** How far a search has come. */
    public enum Stage {
        /** Not in the facts yet; typing may go on. */
        TYPED,
        /** In the facts, since nothing followed for a while; should typing go on, it is taken back. */
        PAUSED,
        /** In the facts for good, since the person went on; a result may still be opened. */
        LEFT
    }

    /** Action of the rows that searches are counted in. */
    static final String ACTION = "search";

    /** A result opened so long before or after has nothing to do with it. */
    private static final long OPENED_WITHIN_MILLIS = 30 * 60 * 1000L;

    private static final int LONGEST_ITEM = 128;

    static Search of(Usage usage) {
        return new Search(
                usage.subject(),
                usage.occurredAt(),
                usage.zeroResults(),
                usage.teams(),
                usage.feature(),
                Stage.TYPED,
                0,
                0);
    }

    /** Whether the next search event goes on typing this one. */
    boolean continuedBy(Usage next, long pauseMillis) {
        return stage != Stage.LEFT
                && Math.abs(next.occurredAt() - at) < pauseMillis
                && (next.subject().startsWith(term) || term.startsWith(next.subject()));
    }

    /** Whether a discover that comes after it, by arrival, opened one of its results. */
    boolean openedBy(Usage discover) {
        return Math.abs(discover.occurredAt() - at) < OPENED_WITHIN_MILLIS;
    }

    boolean counted() {
        return stage != Stage.TYPED;
    }

    Search paused(long firstAt, long lastAt) {
        return new Search(term, at, zeroResults, teams, feature, Stage.PAUSED, firstAt, lastAt);
    }

    Search left() {
        return stage == Stage.LEFT
                ? this
                : new Search(term, at, zeroResults, teams, feature, Stage.LEFT, earlierFirstAt, earlierLastAt);
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
