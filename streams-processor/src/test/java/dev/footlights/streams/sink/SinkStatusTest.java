package dev.footlights.streams.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SinkStatusTest {
    @ParameterizedTest
    @ValueSource(strings = {"activity_facts", "kpi_rollups", "roster"})
    void countsNothingBeforeAnyRow(String table) {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();

        new SinkStatus(registry);

        for (String name : new String[] {"footlights.sink.rows", "footlights.sink.inserts"}) {
            assertThat(registry.get(name).tag("table", table).counter().count()).isZero();
        }
    }
}
