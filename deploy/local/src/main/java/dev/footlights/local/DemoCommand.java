package dev.footlights.local;

import dev.footlights.local.demo.DemoData;
import dev.footlights.local.demo.DemoPlan;
import dev.footlights.local.demo.DemoRecord;
import dev.footlights.local.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = {
            "Writes the demo organisation as files: what `up --demo` sends as events.ndjson,",
            "template-outcomes.ndjson, check-results.ndjson and annotations.ndjson, and catalog/.",
            "The same seed and end give the same bytes."
        },
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @Option(
            names = "--write",
            paramLabel = "DIR",
            required = true,
            description = "Folder to write to; made if missing.")
    private Path folder = Path.of("");

    @Option(names = "--seed", paramLabel = "N", description = "Of every choice (default: the one of `up --demo`).")
    private @Nullable Long seed;

    @Option(
            names = "--end",
            paramLabel = "INSTANT",
            description =
                    "When the eight weeks end, as 2026-11-22T12:00:00Z (default: as sent by `up --demo`, else now).")
    private @Nullable Instant end;

    @Override
    public Integer call() throws InterruptedException {
        DemoPlan kept = DemoRecord.in(Surroundings.here().home().demo()).plan();
        DemoPlan plan = new DemoPlan(seed == null ? kept.seed() : seed, end == null ? kept.end() : end);
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new StackException("Can't make " + folder + ": " + failure, failure);
        }
        DemoData demo = new DemoData(plan);
        demo.writeCatalog(folder.resolve("catalog"));
        long lines = demo.writeEvents(folder.resolve("events.ndjson"));
        demo.reports().write(folder);
        System.out.printf("%s: %,d events of the eight weeks to %s, and the catalog%n", folder, lines, plan.end());
        return 0;
    }
}
