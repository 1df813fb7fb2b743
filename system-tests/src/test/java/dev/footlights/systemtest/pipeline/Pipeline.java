package dev.footlights.systemtest.pipeline;

import dev.footlights.systemtest.generated.Organisation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The one stack of a test run, started before the first test that asks for it and stopped after the last: real processes
 * on ports and a home of their own. Small groups are shown, so that every cell can be compared. Tests share its figures;
 * what they send goes through its {@link Ledger}.
 */
public final class Pipeline implements AutoCloseable {
    private static final Duration STOPPING = Duration.ofMinutes(2);

    private final Backends backends;
    private final Path folder;
    private final Launcher launcher;
    private final ChildProcess up;
    private final Ledger ledger;

    private Pipeline() throws IOException {
        backends = Backends.choose();
        folder = Files.createTempDirectory("footlights-pipeline-");
        Path catalog = folder.resolve("catalog");
        Organisation.write(catalog);
        Map<String, String> settings = new HashMap<>(backends.environment());
        settings.put("FOOTLIGHTS_PRIVACY_MINIMUM_GROUP_SIZE", "1");
        launcher = Launcher.built(folder.resolve("home"), Ports.freeBase(), settings);
        up = launcher.start("up", "--catalog", catalog.toString());
        ledger = new Ledger(launcher, folder.resolve("sent"), catalog);
        System.out.println("System tests run on: " + backends.description() + "; ports from " + launcher.base());
    }

    /** Where to reach it. */
    public Launcher launcher() {
        return launcher;
    }

    /** What has been sent to it, by every test. */
    public Ledger ledger() {
        return ledger;
    }

    /** A folder for a test's own files. */
    public Path folder() {
        return folder;
    }

    /**
     * The process of a part, found among the launcher's children.
     *
     * @param module such as {@code streams-processor}
     */
    public ProcessHandle process(String module) {
        List<ProcessHandle> found = up.handle()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains(module + ".jar"))
                .toList();
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " processes of " + module + ":\n" + up.output());
        }
        return found.getFirst();
    }

    @Override
    public void close() throws IOException {
        up.terminate();
        Node.Result ended = up.await(STOPPING);
        backends.close();
        if (ended.status() != 0) {
            throw new IllegalStateException("The stack ended with " + ended.status() + ":\n" + ended.output());
        }
        delete(folder);
    }

    /** Deletes a folder and all in it. */
    public static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Gives tests the one pipeline. */
    public static final class Shared implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Pipeline.class;
        }

        @Override
        public Pipeline resolveParameter(ParameterContext parameter, ExtensionContext context) {
            Pipeline pipeline = context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(Pipeline.class, type -> started(), Pipeline.class);
            pipeline.launcher.awaitReady(pipeline.up);
            return pipeline;
        }

        private static Pipeline started() {
            try {
                return new Pipeline();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
