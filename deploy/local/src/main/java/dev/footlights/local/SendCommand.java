package dev.footlights.local;

import dev.footlights.local.send.EventFile;
import dev.footlights.local.send.FileSender;
import dev.footlights.local.send.IngestClient;
import dev.footlights.local.send.Progress;
import dev.footlights.local.send.RefusalSummary;
import dev.footlights.local.send.RetryPolicy;
import dev.footlights.local.send.SentState;
import dev.footlights.local.stack.StackException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

@Command(
        name = "send",
        description = {
            "Posts files of events: one JSON event per line, a JSON array, or {\"events\":[…]}.",
            "Interrupted, it goes on from there the next time. Sending a file twice counts nothing twice,",
            "since events have ids. Exit status 1 when an event was refused."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nEnvironment:%n",
        footer = "  FOOTLIGHTS_BEARER_TOKEN   sent as Authorization: Bearer, when the service asks for a key")
final class SendCommand implements Callable<Integer> {
    /** Formats that the ingest service takes, by their path. */
    enum Format {
        NATIVE("/v1/events"),
        ADOPTION_INSIGHTS("/api/adoption-insights/events");

        private final String path;

        Format(String path) {
            this.path = path;
        }

        /** A format by its name in words: {@code adoption-insights}. */
        static Format parse(String name) {
            return switch (name) {
                case "native" -> NATIVE;
                case "adoption-insights" -> ADOPTION_INSIGHTS;
                default -> throw new TypeConversionException("'" + name + "' is neither native nor adoption-insights");
            };
        }
    }

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files of events.")
    private List<Path> files = List.of();

    @Option(names = "--import", description = "As history: events of any age up to the facts' retention (400 days).")
    private boolean history;

    @Option(
            names = "--batch",
            paramLabel = "ID",
            description = "Name of the import, to delete it by (default: made from the file's content).")
    private @Nullable String batch;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "native or adoption-insights (default: ${DEFAULT-VALUE}).",
            defaultValue = "native")
    private Format format = Format.NATIVE;

    @Option(names = "--url", paramLabel = "URL", description = "The ingest service (default: the one of this stack).")
    private @Nullable String url;

    @Override
    public Integer call() throws InterruptedException {
        if (history && format != Format.NATIVE) {
            throw new StackException("--import takes the native format only.");
        }
        Surroundings here = Surroundings.here();
        RefusalSummary refusals = new RefusalSummary();
        long refused = 0;
        for (Path path : files) {
            EventFile file = EventFile.of(path);
            URI target = target(here, file);
            try (IngestClient client = new IngestClient(target, here.bearerToken(), RetryPolicy.STANDARD)) {
                SentState sent = send(
                        file,
                        new FileSender(client, target.toString(), here.home().sent()),
                        refusals);
                refused += sent.refused();
                System.out.printf("%s: %,d accepted, %,d refused%n", path, sent.accepted(), sent.refused());
            }
        }
        refusals.lines().forEach(System.out::println);
        return refused == 0 ? 0 : 1;
    }

    private static SentState send(EventFile file, FileSender sender, RefusalSummary refusals)
            throws InterruptedException {
        SentState earlier = sender.earlier(file);
        if (earlier.offset() > 0) {
            System.out.printf("%s: going on after byte %,d of %,d%n", file.path(), earlier.offset(), file.bytes());
        }
        Progress progress = new Progress(
                System.out, Progress.onTerminal(), String.valueOf(file.path().getFileName()), file.bytes());
        try {
            return sender.send(file, refusals, progress);
        } finally {
            progress.finish();
        }
    }

    private URI target(Surroundings here, EventFile file) {
        String base = url == null ? here.ingestUrl() : url.replaceAll("/+$", "");
        if (!history) {
            return URI.create(base + format.path);
        }
        String name = batch == null ? "file-" + file.hash().substring(0, 16) : batch;
        return URI.create(base + "/v1/imports?batch=" + URLEncoder.encode(name, StandardCharsets.UTF_8));
    }
}
