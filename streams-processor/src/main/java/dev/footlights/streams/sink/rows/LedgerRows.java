package dev.footlights.streams.sink.rows;

import dev.footlights.schemas.avro.LedgerEntry;
import java.util.List;

/** One row per quarter hour, outcome, reason and shard. */
public final class LedgerRows implements TableRows<LedgerEntry> {
    @Override
    public Class<LedgerEntry> type() {
        return LedgerEntry.class;
    }

    @Override
    public String table() {
        return "event_ledger";
    }

    @Override
    public List<String> columns() {
        return List.of("slot", "outcome", "reason", "shard", "events", "revision");
    }

    @Override
    public long revision(LedgerEntry entry) {
        return entry.getRevision();
    }

    @Override
    public int write(LedgerEntry entry, RecordPosition position, RowBinary out) {
        out.dateTime(entry.getSlot());
        out.string(entry.getOutcome());
        out.string(entry.getReason());
        out.shard(entry.getShard());
        out.count(entry.getEvents());
        out.count(revision(entry));
        return 1;
    }
}
