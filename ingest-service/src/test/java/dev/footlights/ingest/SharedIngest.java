package dev.footlights.ingest;

import static org.awaitility.Awaitility.await;

import dev.footlights.local.kafka.EmbeddedKafka;
import dev.footlights.schemas.registry.InMemoryRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One broker and one service for all tests that leave both running. */
final class SharedIngest implements AutoCloseable {
    final InMemoryRegistry registry = InMemoryRegistry.withCatalogue();
    final EmbeddedKafka kafka;
    final RunningIngest ingest;
    final TopicReader topics;
    private final Path dataDir;

    private SharedIngest() {
        try {
            dataDir = Files.createTempDirectory("ingest-test");
            kafka = EmbeddedKafka.start(dataDir, 0, 0);
            ingest = new RunningIngest(kafka.bootstrapServers(), registry, Map.of());
            topics = new TopicReader(kafka.bootstrapServers(), registry);
            await().atMost(Duration.ofSeconds(30)).until(ingest::ready);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        ingest.close();
        kafka.close();
        try (Stream<Path> paths = Files.walk(dataDir)) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives it to tests as a parameter; JUnit closes it at the end of the run. */
    static final class Extension implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == SharedIngest.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(SharedIngest.class, key -> new SharedIngest());
        }
    }
}
