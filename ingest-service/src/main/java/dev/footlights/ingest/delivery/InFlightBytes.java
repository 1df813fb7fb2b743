package dev.footlights.ingest.delivery;

import java.util.concurrent.atomic.AtomicLong;

/** How many bytes of requests may be in memory at once; what would go beyond is turned away before it is read. */
public final class InFlightBytes {
    private final long most;
    private final AtomicLong used = new AtomicLong();

    public InFlightBytes(long most) {
        this.most = most;
    }

    /** The bytes of one request, given back when it is closed. */
    public final class Share implements AutoCloseable {
        private long bytes;

        /** Makes the share larger or smaller. False, and nothing changed, when there isn't room. */
        public boolean resize(long wanted) {
            if (!add(wanted - bytes)) {
                return false;
            }
            bytes = wanted;
            return true;
        }

        @Override
        public void close() {
            used.addAndGet(-bytes);
            bytes = 0;
        }
    }

    /** A share of nothing yet. */
    public Share share() {
        return new Share();
    }

    /** Bytes taken now. */
    public long used() {
        return used.get();
    }

    private boolean add(long more) {
        if (used.addAndGet(more) > most && more > 0) {
            used.addAndGet(-more);
            return false;
        }
        return true;
    }
}
