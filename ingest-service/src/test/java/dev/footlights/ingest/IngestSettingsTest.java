package dev.footlights.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footlights.service.settings.SettingsException;
import dev.footlights.service.settings.SettingsReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IngestSettingsTest {

    @Test
    void defaults() throws SettingsException {
        IngestSettings settings = read(Map.of());

        assertThat(settings.http().port()).isEqualTo(8480);
        assertThat(settings.limits().bodyBytes()).isEqualTo(1 << 20);
        assertThat(settings.limits().unpackedBytes()).isEqualTo(4 << 20);
        assertThat(settings.limits().events()).isEqualTo(500);
        assertThat(settings.inflight().bytes()).isEqualTo(64 << 20);
        assertThat(settings.late().after()).isEqualTo(Duration.ofDays(7));
        assertThat(settings.future().tolerance()).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.importRetention()).isEqualTo(Duration.ofDays(400));
        assertThat(settings.roster().catalog()).isEmpty();
        assertThat(settings.auth().keys()).isEmpty();
    }

    @Test
    void everythingGiven() throws SettingsException {
        IngestSettings settings = read(Map.of(
                "FOOTLIGHTS_HTTP_HOST", "0.0.0.0",
                "FOOTLIGHTS_AUTH_KEYS", "backstage=0123456789abcdef",
                "FOOTLIGHTS_ROSTER_CATALOG", "a,b/c.yaml",
                "FOOTLIGHTS_LATE_AFTER", "3d",
                "FOOTLIGHTS_IMPORT_RETENTION", "P30D"));

        assertThat(settings.roster().catalog()).containsExactly(Path.of("a"), Path.of("b/c.yaml"));
        assertThat(settings.timeRules().lateAfter()).isEqualTo(Duration.ofDays(3));
        assertThat(settings.timeRules().retention()).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void whatWouldBeUnsafeIsRefused() {
        assertRefused(Map.of("FOOTLIGHTS_HTTP_HOST", "0.0.0.0"), "auth");
        assertRefused(Map.of("FOOTLIGHTS_IDENTITY_KEY", "short"), "identity.key");
        assertRefused(Map.of("FOOTLIGHTS_AUTH_KEYS", "x=short"), "auth.keys");
        assertRefused(Map.of("FOOTLIGHTS_IMPORT_RETENTION", "P1D"), "import-retention");
        assertRefused(Map.of("FOOTLIGHTS_LATE_AFTER", "0s"), "late.after");
        assertRefused(Map.of("FOOTLIGHTS_INFLIGHT_BYTES", "1"), "inflight.bytes");
        assertRefused(Map.of("FOOTLIGHTS_LIMITS_DEPTH", "2"), "limits.depth");
    }

    private static void assertRefused(Map<String, String> environment, String key) {
        assertThatThrownBy(() -> read(environment))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(key);
    }

    private static IngestSettings read(Map<String, String> environment) throws SettingsException {
        Map<String, String> all = new HashMap<>(Map.of("FOOTLIGHTS_IDENTITY_KEY", "a key for tests only"));
        all.putAll(environment);
        return SettingsReader.read(IngestSettings.class, Optional.empty(), all);
    }
}
