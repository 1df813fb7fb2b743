package dev.footlights.local.clickhouse;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Function;

/** Runs requests on the engine, each in a session as if it were its own, as over HTTP without a session id. */
final class Statements {
    /** A result and the format it is in. */
    record Answer(QueryResult result, String format) {}

    private final Engine engine;

    Statements(Engine engine) {
        this.engine = engine;
    }

    /**
     * Runs a request.
     *
     * @param body already decompressed
     * @throws QueryException when ClickHouse refuses it
     */
    Answer run(QueryRequest request, byte[] body) {
        String inUrl = request.statement();
        Statement statement = Statement.read(inUrl == null ? body : inUrl.getBytes(UTF_8));
        return switch (statement) {
            case Statement.Insert insert -> insert(request, insert, inUrl == null ? new byte[0] : body);
            case Statement.Plain plain -> {
                Statement.Plain whole = inUrl == null || body.length == 0 ? plain : withBody(plain, body);
                String format = whole.format() == null ? request.format() : whole.format();
                yield new Answer(
                        inSession(
                                request,
                                whole.changesSession(),
                                session -> session.query(whole.text(), request.format(), request.parameters())),
                        format);
            }
        };
    }

    private Answer insert(QueryRequest request, Statement.Insert insert, byte[] body) {
        boolean inlineParameters =
                insert.format().equals("Values") && !request.parameters().isEmpty();
        QueryResult result = inSession(
                request,
                false,
                session -> inlineParameters
                        ? session.query(
                                joined(insert.head(), " VALUES ".getBytes(UTF_8), insert.inline(), body),
                                "TSV",
                                request.parameters())
                        : session.insert(insert.head(), insert.format(), List.of(insert.inline(), body)));
        return new Answer(result, request.format());
    }

    private QueryResult inSession(
            QueryRequest request, boolean changesSession, Function<EngineConnection, QueryResult> work) {
        Session session = new Session(request.database(), request.settings());
        return changesSession ? engine.callOnce(session, work) : engine.call(session, work);
    }

    /** The server reads the body as the rest of the statement in the URL. */
    private static Statement.Plain withBody(Statement.Plain plain, byte[] body) {
        Statement whole = Statement.read(joined(plain.text(), "\n".getBytes(UTF_8), body));
        return whole instanceof Statement.Plain rest ? rest : plain;
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
