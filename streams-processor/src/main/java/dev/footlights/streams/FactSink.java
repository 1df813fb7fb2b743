package dev.footlights.streams;

import dev.footlights.service.health.Health;
import dev.footlights.service.health.HealthCheck;
import dev.footlights.streams.sink.Sink;
import java.util.List;

/** The sink as a component. */
record FactSink(Sink sink) implements Component {
    @Override
    public String name() {
        return "sink";
    }

    @Override
    public void start() {
        sink.start();
    }

    @Override
    public List<HealthCheck> healthChecks() {
        return List.of(
                HealthCheck.of("sink", () -> sink.problem().map(Health::down).orElseGet(() -> Health.up("carrying"))));
    }

    @Override
    public void close() {
        sink.close();
    }
}
