package dev.footlights.streams.sink.rows;

import dev.footlights.schemas.avro.FailedEvent;
import java.util.List;
import java.util.Locale;

/** One row per record: when and why, and nothing of what it holds. */
public final class FailedEventRows implements TableRows<FailedEvent> {
    @Override
    public Class<FailedEvent> type() {
        return FailedEvent.class;
    }

    @Override
    public String table() {
        return "failed_events";
    }

    @Override
    public List<String> columns() {
        return List.of("partition", "offset", "failed_at", "reason", "component", "format");
    }

    @Override
    public long revision(FailedEvent failed) {
        return 0;
    }

    @Override
    public int write(FailedEvent failed, RecordPosition position, RowBinary out) {
        out.number32(position.partition());
        out.count(position.offset());
        out.dateTime64(failed.getFailedAt());
        out.string(failed.getReason().name().toLowerCase(Locale.ROOT));
        out.string(failed.getComponent());
        out.string(failed.getFormat());
        return 1;
    }
}
