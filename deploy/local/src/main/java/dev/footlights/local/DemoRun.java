package dev.footlights.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footlights.local.demo.AnnotationSender;
import dev.footlights.local.demo.DemoData;
import dev.footlights.local.demo.DemoRecord;
import dev.footlights.local.demo.DemoReports;
import dev.footlights.local.demo.DemoSender;
import dev.footlights.local.demo.Freshness;
import dev.footlights.local.demo.ReportSender;
import dev.footlights.local.send.IngestClient;
import dev.footlights.local.send.Progress;
import dev.footlights.local.send.RefusalSummary;
import dev.footlights.local.send.RetryPolicy;
import dev.footlights.local.stack.Console;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The demo of {@code up --demo}: the catalog before the start, the events after it. */
final class DemoRun {
    private static final String BATCH = "demo";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Surroundings here;
    private final Console console;
    private final Path folder;

    DemoRun(Surroundings here, Console console) {
        this.here = here;
        this.console = console;
        this.folder = here.home().demo();
    }

    /** Writes the catalog, and keeps which demo this home is about; the catalog's folder. */
    Path prepare() {
        DemoRecord record = DemoRecord.in(folder);
        record.write(folder);
        new DemoData(record.plan()).writeCatalog(catalog());
        return catalog();
    }

    /** The catalog of a demo that was sent to this home before. */
    Optional<Path> earlierCatalog() {
        return DemoRecord.exists(folder) && Files.isDirectory(catalog()) ? Optional.of(catalog()) : Optional.empty();
    }

    /** Sends the events unless they have been sent, waits until they are counted, and says what to look at. */
    void send() throws InterruptedException {
        DemoRecord record = DemoRecord.in(folder);
        if (record.sent()) {
            console.line("");
            console.line("The demo was sent to this home before, up to "
                    + record.plan().end() + ". For a new one set another FOOTLIGHTS_HOME or delete "
                    + here.home().directory() + ".");
        } else {
            send(record);
        }
        whatToLookAt().forEach(console::line);
    }

    private void send(DemoRecord record) throws InterruptedException {
        DemoData demo = new DemoData(record.plan());
        console.line("");
        DemoReports reports = demo.reports();
        long all = demo.count() + reports.count();
        Progress progress = new Progress(System.out, Progress.onTerminal(), "Sending the demo", all);
        RefusalSummary refusals;
        try (IngestClient events = client("/v1/imports?batch=" + BATCH);
                IngestClient outcomes = client("/v1/template-outcomes");
                IngestClient checks = client("/v1/check-results")) {
            refusals = new DemoSender(events).send(demo, progress);
            new ReportSender(outcomes, refusals, progress).send(reports.outcomes());
            new ReportSender(checks, refusals, progress).send(reports.checks());
        } finally {
            progress.finish();
        }
        refusals.lines().forEach(console::line);
        AnnotationSender annotations = new AnnotationSender(here.queryUrl(), here.bearerToken());
        for (ObjectNode annotation : reports.annotations()) {
            console.line(annotations.send(annotation));
        }
        record.asSent().write(folder);
        console.line("Waiting until everything is counted.");
        try (Freshness freshness = new Freshness(here.queryUrl())) {
            boolean counted = freshness.await(Instant.now(), PATIENCE);
            console.line(
                    counted
                            ? "The figures are complete."
                            : "The figures aren't complete after %d minutes: see the logs of streams and query."
                                    .formatted(PATIENCE.toMinutes()));
        }
    }

    private IngestClient client(String path) {
        return new IngestClient(URI.create(here.ingestUrl() + path), here.bearerToken(), RetryPolicy.STANDARD);
    }

    private List<String> whatToLookAt() {
        String api = here.queryUrl() + "/api/v1/kpis/";
        return List.of(
                "",
                "Look at it:  " + here.queryUrl() + "/",
                "  curl '" + api + "active-users?granularity=week&groupBy=team'",
                "  curl '" + api + "template-runs?granularity=week&team=group:default/payments&format=csv'");
    }

    private Path catalog() {
        return folder.resolve("catalog");
    }
}
