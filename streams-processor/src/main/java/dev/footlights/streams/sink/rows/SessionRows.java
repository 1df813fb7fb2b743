package dev.footlights.streams.sink.rows;

import dev.footlights.schemas.avro.SessionFact;
import java.util.List;

/** One row per session, with all its teams. */
public final class SessionRows implements TableRows<SessionFact> {
    @Override
    public Class<SessionFact> type() {
        return SessionFact.class;
    }

    @Override
    public String table() {
        return "session_facts";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "month",
                "actor",
                "session",
                "import_id",
                "teams",
                "features",
                "started_at",
                "ended_at",
                "events",
                "views",
                "merged",
                "revision");
    }

    @Override
    public long revision(SessionFact session) {
        return session.getRevision();
    }

    @Override
    public int write(SessionFact session, RecordPosition position, RowBinary out) {
        out.number32(session.getMonth());
        out.uuid(session.getActor());
        out.string(session.getSession());
        out.string(session.getImportId());
        out.strings(session.getTeams());
        out.strings(session.getFeatures());
        out.dateTime64(session.getStartedAt());
        out.dateTime64(session.getEndedAt());
        out.count(session.getEvents());
        out.count(session.getViews());
        out.flag(session.getMerged());
        out.count(revision(session));
        return 1;
    }
}
