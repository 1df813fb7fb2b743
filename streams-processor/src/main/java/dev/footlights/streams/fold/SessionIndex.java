package dev.footlights.streams.fold;

import dev.footlights.schemas.avro.SessionFact;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds a stream's sessions by their start or by the client's name; holds their keys. */
public final class SessionIndex {
    private final SortedTable<String> index;

    public SessionIndex(SortedTable<String> index) {
        this.index = index;
    }

    /** Key of the last session that starts at or before a time; null when there is none. */
    @Nullable
    String lastFrom(String actor, String importId, long latestStart) {
        String prefix = byStart(actor, importId);
        Map.@Nullable Entry<String, String> found = index.last(prefix, prefix + sortable(latestStart));
        return found == null ? null : found.getValue();
    }

    @Nullable
    String named(String actor, String importId, String clientSession) {
        return index.get(byName(actor, importId, clientSession));
    }

    void add(SessionFact session, String key) {
        index.put(keyOf(session), key);
    }

    /** Forgets where a session was found, before it changes its start or goes. */
    public void remove(SessionFact session) {
        index.delete(keyOf(session));
    }

    private static String keyOf(SessionFact session) {
        String client = Sessions.clientName(session.getSession());
        return client == null
                ? byStart(session.getActor(), session.getImportId())
                        + sortable(session.getStartedAt().toEpochMilli())
                : byName(session.getActor(), session.getImportId(), client);
    }

    private static String byStart(String actor, String importId) {
        return Keys.stream(actor, importId) + "|start|";
    }

    private static String byName(String actor, String importId, String clientSession) {
        return Keys.stream(actor, importId) + "|name|" + Keys.part(clientSession);
    }

    /** Fixed width, and in the order of time before 1970 too. */
    private static String sortable(long millis) {
        String digits = Long.toHexString(millis ^ Long.MIN_VALUE);
        return "0".repeat(16 - digits.length()) + digits;
    }
}
