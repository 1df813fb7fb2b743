package dev.footlights.streams.state;

import dev.footlights.schemas.avro.LedgerEntry;
import dev.footlights.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The books of one shard: how many events of each quarter hour of {@code receivedAt} came to what. In each quarter hour
 * accepted = folded + duplicate + late + unusable, as all are written in the transaction of their events. Several may write
 * to one store, each other outcomes. For one thread.
 */
public final class Ledger {
    /** Name of the store. */
    public static final String STORE = FoldStores.nameOf(Topics.EVENT_LEDGER);

    private static final long SLOT_MILLIS = Duration.ofMinutes(15).toMillis();

    /** Present quarter hour and those that stragglers belong to. */
    private static final int REMEMBERED = 64;

    private final RememberingTable<LedgerEntry> entries;
    private final int shard;

    /** What may become of an event. */
    public enum Outcome {
        /** Read from the topic; every event is, and then one of the others as well. */
        ACCEPTED,
        FOLDED,
        DUPLICATE,
        LATE,
        UNUSABLE;

        private final String text = name().toLowerCase(Locale.ROOT);
    }

    Ledger(KeyValueStore<String, LedgerEntry> store, int shard) {
        this.entries = new RememberingTable<>(new StoreTable<>(store), REMEMBERED);
        this.shard = shard;
    }

    /** The ledger of a processor's task. */
    public static Ledger of(ProcessorContext<?, ?> context) {
        return new Ledger(context.getStateStore(STORE), context.taskId().partition());
    }

    /** Counts an event; {@code receivedAt} in milliseconds since 1970. */
    public void count(Outcome outcome, long receivedAt) {
        count(outcome, "", receivedAt);
    }

    /** Counts an event that came to this for a reason. */
    public void count(Outcome outcome, String reason, long receivedAt) {
        Instant slot = Instant.ofEpochMilli(Math.floorDiv(receivedAt, SLOT_MILLIS) * SLOT_MILLIS);
        String key = slot + "|" + outcome.text + "|" + reason;
        LedgerEntry before = entries.get(key);
        entries.put(
                key,
                before == null
                        ? new LedgerEntry(slot, outcome.text, reason, shard, 1L, 1L)
                        : new LedgerEntry(
                                slot, outcome.text, reason, shard, before.getEvents() + 1, before.getRevision() + 1));
    }
}
