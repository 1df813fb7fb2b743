package dev.footlights.streams.sink.rows;

import dev.footlights.schemas.avro.CheckResult;
import java.util.List;

/** What a check found about an entity at a time; what was received last holds. */
public final class CheckRows implements TableRows<CheckResult> {
    @Override
    public Class<CheckResult> type() {
        return CheckResult.class;
    }

    @Override
    public String table() {
        return "check_results";
    }

    @Override
    public List<String> columns() {
        return List.of("check", "entity", "checked_at", "teams", "track", "level", "fact", "passed", "revision");
    }

    @Override
    public long revision(CheckResult result) {
        return result.getReceivedAt().toEpochMilli();
    }

    @Override
    public int write(CheckResult result, RecordPosition position, RowBinary out) {
        out.string(result.getCheck());
        out.string(result.getEntity());
        out.dateTime64(result.getCheckedAt());
        out.strings(result.getTeams());
        out.string(result.getTrack());
        out.string(result.getLevel());
        out.string(result.getFact());
        out.flag(result.getPassed());
        out.count(revision(result));
        return 1;
    }
}
