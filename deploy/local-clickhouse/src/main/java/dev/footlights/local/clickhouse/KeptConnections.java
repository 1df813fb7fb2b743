package dev.footlights.local.clickhouse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Idle connections with their sessions, the latest used first; those longest unused are closed. Safe for many threads. */
final class KeptConnections implements AutoCloseable {
    private record Kept(Session session, EngineConnection connection) {}

    private final Deque<Kept> idle = new ArrayDeque<>();
    private final int most;

    /** @param most that are kept */
    KeptConnections(int most) {
        this.most = most;
    }

    /** A connection that has the session, the caller's until {@link #giveBack}; null when none is idle. */
    synchronized @Nullable EngineConnection take(Session session) {
        for (Iterator<Kept> all = idle.iterator(); all.hasNext(); ) {
            Kept one = all.next();
            if (one.session.equals(session)) {
                all.remove();
                return one.connection;
            }
        }
        return null;
    }

    /** @param session which the connection must still have */
    synchronized void giveBack(Session session, EngineConnection connection) {
        idle.addFirst(new Kept(session, connection));
        if (idle.size() > most) {
            idle.removeLast().connection.close();
        }
    }

    @Override
    public synchronized void close() {
        idle.forEach(one -> one.connection.close());
        idle.clear();
    }
}
