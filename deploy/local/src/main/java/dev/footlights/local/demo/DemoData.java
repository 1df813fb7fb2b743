package dev.footlights.local.demo;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The demo as files: a catalog folder, and the events one per line. The same plan gives the same bytes. */
public final class DemoData {
    private final DemoPlan plan;
    private final Organisation organisation;

    public DemoData(DemoPlan plan) {
        this.plan = plan;
        this.organisation = Organisation.of(plan);
    }

    /** Writes {@code groups.yaml} and {@code users.yaml}. */
    public void writeCatalog(Path folder) {
        try {
            CatalogFiles.write(organisation, plan, folder);
        } catch (IOException failure) {
            throw new UncheckedIOException("Can't write the demo's catalog to " + folder, failure);
        }
    }

    /**
     * Writes the events, in the order they are sent.
     *
     * @return how many lines
     */
    public long writeEvents(Path file) throws InterruptedException {
        AtomicLong lines = new AtomicLong();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            events().forEach(event -> {
                try {
                    out.write(EventJson.of(event));
                    out.write('\n');
                    lines.incrementAndGet();
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        } catch (IOException failure) {
            throw new UncheckedIOException("Can't write the demo's events to " + file, failure);
        }
        return lines.get();
    }

    /** How many events there are, those that are sent twice counted twice. */
    public long count() throws InterruptedException {
        AtomicLong count = new AtomicLong();
        events().forEach(event -> count.incrementAndGet());
        return count.get();
    }

    /** What other tools tell beside the events. */
    public DemoReports reports() throws InterruptedException {
        return new DemoReports(
                TaskOutcomes.of(plan, events()),
                MaturityChecks.of(plan, organisation),
                List.of(Hackathon.annotation(plan)));
    }

    DemoEvents events() {
        return new DemoEvents(plan, organisation);
    }
}
