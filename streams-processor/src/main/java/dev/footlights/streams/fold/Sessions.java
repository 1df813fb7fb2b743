package dev.footlights.streams.fold;

import dev.footlights.schemas.avro.SessionFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Puts each event into its session: the client's when it names one, else the person's with less than a gap between
 * events. Whatever the order of arrival, the sessions are the same: a late event may move a start or join two.
 */
final class Sessions {
    private static final String CLIENT = "client:";

    private final Table<SessionFact> sessions;
    private final SessionIndex index;
    private final ReportingCalendar calendar;
    private final long gapMillis;

    Sessions(Table<SessionFact> sessions, SessionIndex index, ReportingCalendar calendar, long gapMillis) {
        this.sessions = sessions;
        this.index = index;
        this.calendar = calendar;
        this.gapMillis = gapMillis;
    }

    /** The client's own name of a session; null when it gave none. */
    static @Nullable String clientName(String session) {
        return session.startsWith(CLIENT) ? session.substring(CLIENT.length()) : null;
    }

    /**
     * Adds an event; gives the session of this stream that starts last.
     *
     * @param latest the same before this event; null when that isn't known
     */
    @Nullable
    LatestSession fold(Usage usage, boolean view, @Nullable LatestSession latest, RollupChanges changes) {
        if (!usage.sessionId().isEmpty()) {
            foldNamed(usage, view, changes);
            return latest;
        }
        List<String> touched = touched(usage, latest);
        String key = touched.isEmpty() ? start(usage, at(usage), view, changes) : grow(usage, view, touched, changes);
        if (latest == null) {
            String last = Objects.requireNonNull(index.lastFrom(usage.actor(), usage.importId(), Long.MAX_VALUE));
            return latest(last);
        }
        LatestSession now = latest(key);
        return now.start() >= latest.start() || touched.contains(latest.key()) ? now : latest;
    }

    private LatestSession latest(String key) {
        SessionFact session = Objects.requireNonNull(sessions.get(key));
        return new LatestSession(
                key, session.getStartedAt().toEpochMilli(), session.getEndedAt().toEpochMilli());
    }

    private void foldNamed(Usage usage, boolean view, RollupChanges changes) {
        String key = index.named(usage.actor(), usage.importId(), usage.sessionId());
        if (key == null || sessions.get(key) == null) {
            start(usage, CLIENT + usage.sessionId(), view, changes);
        } else {
            grow(usage, view, List.of(key), changes);
        }
    }

    private static String at(Usage usage) {
        return "at:" + usage.occurredAt();
    }

    /** Keys of the sessions less than a gap away, none to two, the earlier last. */
    private List<String> touched(Usage usage, @Nullable LatestSession latest) {
        long at = usage.occurredAt();
        if (latest != null && at >= latest.start()) {
            return at - latest.end() < gapMillis ? List.of(latest.key()) : List.of();
        }
        List<String> touched = new ArrayList<>(2);
        long latestStart = at + gapMillis - 1;
        while (true) {
            String key = index.lastFrom(usage.actor(), usage.importId(), latestStart);
            SessionFact session = key == null ? null : sessions.get(key);
            if (key == null || session == null || at - session.getEndedAt().toEpochMilli() >= gapMillis) {
                return touched;
            }
            touched.add(key);
            latestStart = session.getStartedAt().toEpochMilli() - 1;
        }
    }

    private String start(Usage usage, String name, boolean view, RollupChanges changes) {
        SessionFact session = SessionFacts.started(usage, name, view);
        String day = calendar.at(usage.occurredAt()).utcDay();
        String key = Keys.session(day, usage.actor(), usage.importId(), name);
        sessions.put(key, session);
        index.add(session, key);
        count(session, 1, changes);
        return key;
    }

    /** @param keys the last of them stays, the others go into it */
    private String grow(Usage usage, boolean view, List<String> keys, RollupChanges changes) {
        String key = keys.getLast();
        SessionFact before = Objects.requireNonNull(sessions.get(key));
        SessionFact now = SessionFacts.extended(before, usage, view);
        for (String absorbedKey : keys.subList(0, keys.size() - 1)) {
            SessionFact absorbed = Objects.requireNonNull(sessions.get(absorbedKey));
            now = SessionFacts.joined(now, absorbed);
            sessions.put(absorbedKey, SessionFacts.absorbed(absorbed));
            index.remove(absorbed);
            count(absorbed, -1, changes);
        }
        sessions.put(key, now);
        if (!now.getStartedAt().equals(before.getStartedAt())) {
            index.remove(before);
            index.add(now, key);
        }
        if (countsElsewhere(before, now)) {
            count(before, -1, changes);
            count(now, 1, changes);
        }
        return key;
    }

    private static boolean countsElsewhere(SessionFact before, SessionFact now) {
        return !(before.getStartedAt().equals(now.getStartedAt())
                && before.getTeams().equals(now.getTeams())
                && before.getFeatures().equals(now.getFeatures()));
    }

    private void count(SessionFact session, int sign, RollupChanges changes) {
        SlotTimes times = calendar.at(session.getStartedAt().toEpochMilli());
        changes.addEverywhere(times, session.getTeams(), session.getFeatures(), Measures.sessions(sign));
    }
}
