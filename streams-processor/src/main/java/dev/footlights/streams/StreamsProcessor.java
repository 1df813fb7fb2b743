package dev.footlights.streams;

import dev.footlights.schemas.registry.SchemaRegistryClient;
import dev.footlights.service.Lifecycle;
import dev.footlights.service.ServiceHttp;
import dev.footlights.service.ServiceMain;
import dev.footlights.service.health.HealthCheck;
import dev.footlights.service.http.Router;
import dev.footlights.service.logging.Logging;
import dev.footlights.service.metrics.Metrics;
import dev.footlights.streams.sink.Sink;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Folds usage events into facts and rollups, and carries those into ClickHouse. */
public final class StreamsProcessor {
    private StreamsProcessor() {}

    public static void main(String[] arguments) {
        ServiceMain.run("streams-processor", StreamsSettings.class, StreamsProcessor::start, arguments);
    }

    static void start(StreamsSettings settings, Lifecycle lifecycle) throws IOException {
        Logging.apply(settings.log());
        Metrics metrics = lifecycle.onStop("metrics", new Metrics());
        SchemaRegistryClient registry = lifecycle.onStop("registry client", Registries.client(settings.registry()));
        List<Component> components = components(settings, metrics, registry, lifecycle);
        List<HealthCheck> checks = new ArrayList<>();
        for (Component component : components) {
            component.start();
            lifecycle.onStop(component.name(), component);
            checks.addAll(component.healthChecks());
        }
        ServiceHttp.start(settings.http(), new Router(), checks, metrics, lifecycle);
    }

    /** As the jar says; {@code unpackaged} when run from classes. */
    static String version() {
        return Optional.ofNullable(StreamsProcessor.class.getPackage().getImplementationVersion())
                .orElse("unpackaged");
    }

    /** What this instance runs, in the order in which it is started. */
    private static List<Component> components(
            StreamsSettings settings, Metrics metrics, SchemaRegistryClient registry, Lifecycle lifecycle) {
        List<Component> components = new ArrayList<>();
        if (settings.fold().enabled()) {
            components.add(new EventFolding(settings, registry, metrics.registry(), lifecycle::fail));
        }
        if (settings.sink().enabled()) {
            components.add(new FactSink(new Sink(
                    settings.kafka().toProperties(),
                    registry,
                    settings.clickhouse(),
                    settings.sink(),
                    metrics.registry(),
                    version(),
                    Clock.systemUTC())));
        }
        return components;
    }
}
