package dev.footlights.streams.sink.rows;

import dev.footlights.schemas.avro.TemplateOutcome;
import java.util.List;
import java.util.UUID;

/** How a task of the scaffolder ended; what was received last holds. */
public final class OutcomeRows implements TableRows<TemplateOutcome> {
    private static final String NOBODY = new UUID(0, 0).toString();

    @Override
    public Class<TemplateOutcome> type() {
        return TemplateOutcome.class;
    }

    @Override
    public String table() {
        return "template_outcomes";
    }

    @Override
    public List<String> columns() {
        return List.of("task", "template", "actor", "teams", "outcome", "finished_at", "revision");
    }

    @Override
    public long revision(TemplateOutcome outcome) {
        return outcome.getReceivedAt().toEpochMilli();
    }

    @Override
    public int write(TemplateOutcome outcome, RecordPosition position, RowBinary out) {
        out.string(outcome.getTask());
        out.string(outcome.getTemplate());
        out.uuid(outcome.getActor().isEmpty() ? NOBODY : outcome.getActor());
        out.strings(outcome.getTeams());
        out.string(outcome.getOutcome());
        out.dateTime64(outcome.getFinishedAt());
        out.count(revision(outcome));
        return 1;
    }
}
