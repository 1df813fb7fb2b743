package dev.footlights.streams.state;

import java.time.Duration;
import org.apache.kafka.streams.state.WindowStore;

/**
 * Which events came already. An id counts again only when it comes more than the retention after its first time, by
 * {@code receivedAt}. Times are kept by day, so that asking is a few look-ups of one key and no scan.
 */
public final class SeenEvents {
    static final Duration BUCKET = Duration.ofDays(1);

    private final WindowStore<String, Long> store;
    private final long retentionMillis;
    private final long bucketsBack;

    public SeenEvents(WindowStore<String, Long> store, Duration retention) {
        this.store = store;
        this.retentionMillis = retention.toMillis();
        this.bucketsBack = bucketsBack(retention);
    }

    /** How long the store must keep a bucket after its start. */
    static Duration storeRetention(Duration retention) {
        return BUCKET.multipliedBy(bucketsBack(retention) + 2);
    }

    private static long bucketsBack(Duration retention) {
        return Math.ceilDiv(retention.toMillis(), BUCKET.toMillis());
    }

    /** Whether this is the first time, which is noted. The times of one partition needn't be in order. */
    public boolean first(String actor, String eventId, long receivedAt) {
        String key = actor + "|" + eventId;
        long bucket = Math.floorDiv(receivedAt, BUCKET.toMillis());
        for (long asked = bucket + 1; asked >= bucket - bucketsBack; asked--) {
            Long seenAt = store.fetch(key, asked * BUCKET.toMillis());
            if (seenAt != null && Math.abs(receivedAt - seenAt) <= retentionMillis) {
                return false;
            }
        }
        store.put(key, receivedAt, bucket * BUCKET.toMillis());
        return true;
    }
}
