package dev.footlights.streams.sink.rows;

import dev.footlights.schemas.avro.RosterEntry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row per person; the latest reading of the catalog wins. */
public final class RosterRows implements TableRows<RosterEntry> {
    @Override
    public Class<RosterEntry> type() {
        return RosterEntry.class;
    }

    @Override
    public String table() {
        return "roster";
    }

    @Override
    public List<String> columns() {
        return List.of("actor", "own_teams", "teams", "joined_at", "active", "revision");
    }

    @Override
    public long revision(RosterEntry entry) {
        return entry.getUpdatedAt().toEpochMilli();
    }

    @Override
    public int write(RosterEntry entry, RecordPosition position, RowBinary out) {
        out.uuid(entry.getActor());
        out.strings(entry.getOwnTeams());
        out.strings(entry.getTeams());
        @Nullable Instant joinedAt = entry.getJoinedAt();
        out.isNull(joinedAt == null);
        if (joinedAt != null) {
            out.dateTime64(joinedAt);
        }
        out.flag(entry.getActive());
        out.count(revision(entry));
        return 1;
    }
}
