package dev.footlights.streams.fold;

import org.jspecify.annotations.Nullable;

/**
 * A person's latest navigate, by arrival.
 *
 * @param at when it happened, milliseconds since 1970
 */
public record Visit(String path, long at) {

    /**
     * Whether a navigate after this one is a page view: of another path, or a renewed look after so long.
     *
     * @param before null when the person has not navigated yet
     */
    static boolean isView(@Nullable Visit before, Visit now, long renewedAfterMillis) {
        return before == null || !before.path.equals(now.path) || now.at - before.at >= renewedAfterMillis;
    }
}
