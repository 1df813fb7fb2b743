package dev.footlights.streams;

import dev.footlights.schemas.registry.InMemoryRegistry;
import dev.footlights.service.settings.SettingsException;
import dev.footlights.service.settings.SettingsReader;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** The fold without HTTP, sink and registry server: in a test's own process, or in one that can be killed. */
final class FoldAlone {
    static final int PARTITIONS = 2;

    private FoldAlone() {}

    public static void main(String[] arguments) throws Exception {
        EventFolding fold = start(arguments[0], Path.of(arguments[1]), failure -> {
            System.err.println(failure);
            Runtime.getRuntime().halt(1);
        });
        System.out.println("started " + fold.name());
        new CountDownLatch(1).await();
    }

    static EventFolding start(String bootstrapServers, Path stateDir, Consumer<Throwable> fail)
            throws SettingsException {
        StreamsSettings settings = SettingsReader.read(
                StreamsSettings.class,
                Optional.empty(),
                Map.of(
                        "FOOTLIGHTS_KAFKA_BOOTSTRAP_SERVERS",
                        bootstrapServers,
                        "FOOTLIGHTS_TOPICS_PARTITIONS",
                        Integer.toString(PARTITIONS),
                        "FOOTLIGHTS_STATE_DIR",
                        stateDir.toString()));
        EventFolding fold =
                new EventFolding(settings, InMemoryRegistry.withCatalogue(), new SimpleMeterRegistry(), fail);
        fold.start();
        return fold;
    }
}
