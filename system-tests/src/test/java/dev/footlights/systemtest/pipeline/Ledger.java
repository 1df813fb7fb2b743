package dev.footlights.systemtest.pipeline;

import dev.footlights.systemtest.generated.Report;
import dev.footlights.systemtest.generated.SentEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything sent to a stack, in order of sending, as files that the recount reads: live events, and each import by
 * itself.
 */
public final class Ledger {
    private static final int LARGEST_BATCH = 200;

    private final Launcher launcher;
    private final Path folder;
    private final Path catalog;
    private final List<String> files = new ArrayList<>();
    private final Set<String> told = new LinkedHashSet<>();
    private long accepted;
    private long refused;

    Ledger(Launcher launcher, Path folder, Path catalog) throws IOException {
        this.launcher = launcher;
        this.folder = Files.createDirectories(folder);
        this.catalog = catalog;
    }

    /** Posts live events in batches; the answers must be what the events' fates say. */
    public void send(List<SentEvent> events) {
        for (int start = 0; start < events.size(); start += LARGEST_BATCH) {
            List<SentEvent> batch = events.subList(start, Math.min(events.size(), start + LARGEST_BATCH));
            post("/v1/events", batch);
            note(batch.stream().map(event -> text(event.json())).toList());
        }
    }

    /** Posts history as one import. */
    public void importHistory(String name, List<SentEvent> events) {
        for (int start = 0; start < events.size(); start += LARGEST_BATCH) {
            post("/v1/imports?batch=" + name, events.subList(start, Math.min(events.size(), start + LARGEST_BATCH)));
        }
        Path file = folder.resolve(name + ".ndjson");
        write(file, events.stream().map(event -> text(event.json())).toList());
        files.add("--import=" + file);
    }

    /** Posts what other tools tell; each report must be accepted. */
    public void tell(Report kind, List<Map<String, Object>> reports) {
        for (int start = 0; start < reports.size(); start += LARGEST_BATCH) {
            var batch = reports.subList(start, Math.min(reports.size(), start + LARGEST_BATCH));
            Http.Answer answer = Http.post(launcher.ingest(kind.path()), text(Map.of(kind.list(), batch)));
            if (answer.status() != 202) {
                throw new AssertionError(kind + ": " + answer.status() + " " + answer.body());
            }
        }
        Path file = folder.resolve(kind + ".ndjson");
        write(file, reports.stream().map(Ledger::text).toList());
        told.add(kind.option() + "=" + file);
    }

    /** Notes live events that something else has posted, one JSON text each. */
    public void note(List<String> events) {
        boolean goesOn = !files.isEmpty() && files.getLast().startsWith("--events=");
        Path file = folder.resolve("live-" + (goesOn ? files.size() - 1 : files.size()) + ".ndjson");
        write(file, events);
        if (!goesOn) {
            files.add("--events=" + file);
        }
    }

    /** Counts what was answered as accepted and as refused, by {@link #send} and {@link #importHistory}. */
    public Balance balance() {
        return new Balance(accepted, refused);
    }

    /** What the answers said. */
    public record Balance(long accepted, long refused) {}

    /** A recount of all that was sent, against the stack's API. */
    public Recount recount() {
        return new Recount(launcher.query("").toString(), List.copyOf(told), List.copyOf(files), catalog);
    }

    private void post(String path, List<SentEvent> batch) {
        String body = text(Map.of("events", batch.stream().map(SentEvent::json).toList()));
        BatchAnswer answer = BatchAnswer.of(Http.post(launcher.ingest(path), body));
        answer.assertMatches(batch);
        accepted += answer.accepted();
        refused += answer.rejected().size();
    }

    private static String text(Object json) {
        try {
            return Http.JSON.writeValueAsString(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void write(Path file, List<String> lines) {
        try {
            Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
