package dev.footlights.streams.sink.rows;

import dev.footlights.schemas.avro.TeamEntry;
import java.util.List;

/** One row per team; the latest reading of the catalog wins. */
public final class TeamRows implements TableRows<TeamEntry> {
    @Override
    public Class<TeamEntry> type() {
        return TeamEntry.class;
    }

    @Override
    public String table() {
        return "teams";
    }

    @Override
    public List<String> columns() {
        return List.of("team", "title", "parent", "kind", "active", "revision");
    }

    @Override
    public long revision(TeamEntry entry) {
        return entry.getUpdatedAt().toEpochMilli();
    }

    @Override
    public int write(TeamEntry entry, RecordPosition position, RowBinary out) {
        out.string(entry.getTeam());
        out.string(entry.getTitle());
        out.string(entry.getParent());
        out.string(entry.getKind());
        out.flag(entry.getActive());
        out.count(revision(entry));
        return 1;
    }
}
