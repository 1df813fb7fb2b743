package dev.footlights.streams.sink.rows;

import dev.footlights.schemas.avro.FirstUse;
import java.util.List;

/** When a person first used a feature as a member of a team. */
public final class FirstUseRows implements TableRows<FirstUse> {
    @Override
    public Class<FirstUse> type() {
        return FirstUse.class;
    }

    @Override
    public String table() {
        return "first_uses";
    }

    @Override
    public List<String> columns() {
        return List.of("team", "feature", "actor", "first_at", "revision");
    }

    @Override
    public long revision(FirstUse use) {
        return use.getRevision();
    }

    @Override
    public int write(FirstUse use, RecordPosition position, RowBinary out) {
        out.string(use.getTeam());
        out.string(use.getFeature());
        out.uuid(use.getActor());
        out.dateTime64(use.getFirstAt());
        out.count(revision(use));
        return 1;
    }
}
