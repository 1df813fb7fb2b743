package dev.footlights.streams.state;

import java.util.List;

/** Names of the private stores; those of published facts are in the topic catalogue. A changelog is named after each. */
public final class StoreNames {
    public static final String SEEN_EVENTS = "seen-events";
    public static final String PRESENCES = "presences";
    public static final String CHAINS = "chains";
    public static final String SESSION_INDEX = "session-index";
    public static final String PENDING_SEARCHES = "pending-searches";
    public static final String UNLISTED_FEATURES = "unlisted-features";

    /** Private stores whose changelogs must keep the latest value of each key for good. */
    public static final List<String> COMPACTED =
            List.of(PRESENCES, CHAINS, SESSION_INDEX, PENDING_SEARCHES, UNLISTED_FEATURES);

    private StoreNames() {}
}
