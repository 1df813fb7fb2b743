package dev.footlights.ingest.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footlights.ingest.delivery.InFlightBytes;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IngestMetricsTest {
    @ParameterizedTest
    @ValueSource(strings = {"native", "adoption-insights", "template-outcome", "check-result"})
    void countsNothingBeforeAnythingCame(String format) {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();

        new IngestMetrics(registry, new InFlightBytes(1));

        for (String name : new String[] {"footlights.ingest.received", "footlights.ingest.accepted"}) {
            assertThat(registry.get(name).tag("format", format).counter().count())
                    .isZero();
        }
    }
}
