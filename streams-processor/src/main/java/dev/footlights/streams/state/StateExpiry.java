package dev.footlights.streams.state;

import dev.footlights.schemas.avro.SessionFact;
import dev.footlights.schemas.avro.SurveyAnswer;
import dev.footlights.streams.fold.Chain;
import dev.footlights.streams.fold.Period;
import dev.footlights.streams.fold.PeriodKind;
import dev.footlights.streams.fold.SessionIndex;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Removes what no event may change any more. Time is the latest {@code receivedAt} read, not the clock, so that reading
 * old events again keeps their state. First uses stay for good: they say whether somebody is new.
 */
public final class StateExpiry {
    /** State outlives what may still come by this much. */
    private static final Duration SLACK = Duration.ofDays(2);

    private static final Duration LONGEST_MONTH = Duration.ofDays(31);

    private final Duration retention;
    private final int mostPerStore;
    private final Sweep<Chain> chains;
    private final Sweep<SurveyAnswer> surveyAnswers;

    /** @param mostPerStore entries removed, or looked at where they don't lie in time, per store and run */
    public StateExpiry(Duration retention, int mostPerStore) {
        this.retention = retention;
        this.mostPerStore = mostPerStore;
        this.chains = new Sweep<>(mostPerStore);
        this.surveyAnswers = new Sweep<>(mostPerStore);
    }

    /** Removes some of what has expired; gives how many entries. */
    public int run(FoldStores stores, Instant latestReceivedAt) {
        Instant cutOff = latestReceivedAt.minus(retention).minus(SLACK);
        String day = cutOff.atZone(ZoneOffset.UTC).toLocalDate().toString();
        SessionIndex index = new SessionIndex(new StoreTable<>(stores.sessionIndex()));
        int removed = remove(stores.activityFacts(), "", day, (key, fact) -> {});
        removed += remove(stores.sessionFacts(), "", day, (key, session) -> forget(index, session));
        removed += remove(stores.ledger(), "", day, (key, entry) -> {});
        for (PeriodKind kind : PeriodKind.values()) {
            String to = Period.key(kind, cutOff.minus(LONGEST_MONTH));
            removed += remove(stores.rollups(), kind.text() + "|", to, (key, rollup) -> {});
            removed += remove(stores.presences(), kind.text() + "|", to, (key, presence) -> {});
        }
        removed += surveyAnswers.run(
                stores.surveyAnswers(), answer -> answer.getAnsweredAt().isBefore(cutOff));
        return removed + chains.run(stores.chains(), chain -> chain.touchedAt() < cutOff.toEpochMilli());
    }

    /** An absorbed session has left the index, and its place may be taken. */
    private static void forget(SessionIndex index, SessionFact session) {
        if (!session.getMerged()) {
            index.remove(session);
        }
    }

    private <V> int remove(KeyValueStore<String, V> store, String from, String to, BiConsumer<String, V> before) {
        List<KeyValue<String, V>> expired = new ArrayList<>();
        try (KeyValueIterator<String, V> entries = store.range(from, to)) {
            while (entries.hasNext() && expired.size() < mostPerStore) {
                expired.add(entries.next());
            }
        }
        for (KeyValue<String, V> entry : expired) {
            before.accept(entry.key, entry.value);
            store.delete(entry.key);
        }
        return expired.size();
    }
}
