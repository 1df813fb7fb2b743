package dev.footlights.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footlights.service.settings.SettingsException;
import dev.footlights.service.settings.SettingsReader;
import dev.footlights.streams.topology.TopologySettings;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamsSettingsTest {
    @Test
    void defaults() {
        // Given
        // When
        StreamsSettings settings = SettingsReader.defaults(StreamsSettings.class);
        // Then
        assertThat(settings.http().port()).isEqualTo(8485);
        assertThat(settings.commitInterval()).isEqualTo(Duration.ofMillis(100));
        assertThat(settings.topology()).isEqualTo(TopologySettings.USUAL);
    }

    @Test
    void fromTheEnvironment() throws SettingsException {
        // Given
        Map<String, String> environment = Map.of(
                "FOOTLIGHTS_REPORTING_ZONE", "Europe/Paris",
                "FOOTLIGHTS_LATE_AFTER", "P3D",
                "FOOTLIGHTS_SESSION_GAP", "PT10M",
                "FOOTLIGHTS_STATE_RETENTION", "P30D",
                "FOOTLIGHTS_SINK_ENABLED", "false",
                "FOOTLIGHTS_THREADS", "4");
        // When
        StreamsSettings settings = SettingsReader.read(StreamsSettings.class, Optional.empty(), environment);
        // Then
        assertThat(settings.topology().rules().zone()).isEqualTo(ZoneId.of("Europe/Paris"));
        assertThat(settings.topology().rules().sessionGap()).isEqualTo(Duration.ofMinutes(10));
        assertThat(settings.topology().lateAfter()).isEqualTo(Duration.ofDays(3));
        assertThat(settings.topology().stateRetention()).isEqualTo(Duration.ofDays(30));
        assertThat(settings.sink().enabled()).isFalse();
        assertThat(settings.threads()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({
        "FOOTLIGHTS_THREADS, 0, threads",
        "FOOTLIGHTS_COMMIT_INTERVAL, PT0S, commit-interval",
        "FOOTLIGHTS_REPORTING_ZONE, Mars/Olympus, reporting.zone",
        "FOOTLIGHTS_LATE_AFTER, P500D, late",
        "FOOTLIGHTS_TOPICS_PARTITIONS, none, topics.partitions"
    })
    void aBadValueIsNamed(String variable, String value, String key) {
        assertThatThrownBy(() -> SettingsReader.read(StreamsSettings.class, Optional.empty(), Map.of(variable, value)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(key);
    }
}
