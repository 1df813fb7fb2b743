package dev.footlights.service.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The records that all services share. */
final class SharedSettingsTest {
    record All(
            HttpSettings http,
            KafkaSettings kafka,
            RegistrySettings registry,
            ClickHouseSettings clickhouse,
            LogSettings log) {}

    @Test
    void haveDefaultsThatFitTheEmbeddedStack() {
        All all = SettingsReader.defaults(All.class);

        assertThat(all.http().port()).isEqualTo(8480);
        assertThat(all.http().host()).isEqualTo("127.0.0.1");
        assertThat(all.http().corsAllowedOrigins()).isEmpty();
        assertThat(all.kafka().toProperties()).containsExactly(Map.entry("bootstrap.servers", "127.0.0.1:8483"));
        assertThat(all.registry().urls()).hasSize(1);
        assertThat(all.clickhouse().url()).isEqualTo("jdbc:ch://127.0.0.1:8482");
        assertThat(all.log().level()).isEqualTo(LogSettings.Level.INFO);
    }

    @Test
    void printNoCredential() throws Exception {
        All all = SettingsReader.read(
                All.class,
                Optional.empty(),
                Map.of(
                        "FOOTLIGHTS_KAFKA_PROPERTIES", "sasl.jaas.config=hunter2,security.protocol=SSL",
                        "FOOTLIGHTS_REGISTRY_URLS", "https://user:hunter2@registry.example",
                        "FOOTLIGHTS_REGISTRY_TOKEN", "hunter2",
                        "FOOTLIGHTS_CLICKHOUSE_PASSWORD", "hunter2",
                        "FOOTLIGHTS_CLICKHOUSE_URL", "jdbc:ch://u:hunter2@host:1/db?password=hunter2"));

        assertThat(SettingsPrinter.print(all))
                .doesNotContain("hunter2")
                .contains("sasl.jaas.config", "registry.example", "host:1/db");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FOOTLIGHTS_HTTP_PORT|65536|http.port",
                "FOOTLIGHTS_HTTP_IDLE_TIMEOUT|PT0S|http.idle-timeout",
                "FOOTLIGHTS_HTTP_MAX_CONNECTIONS|0|http.max-connections",
                "FOOTLIGHTS_KAFKA_BOOTSTRAP_SERVERS|localhost|kafka.bootstrap-servers",
                "FOOTLIGHTS_KAFKA_PROPERTIES|bootstrap.servers=x:1|kafka.properties",
                "FOOTLIGHTS_REGISTRY_URLS|ftp://registry|registry.urls",
                "FOOTLIGHTS_REGISTRY_USERNAME|me|registry.username",
                "FOOTLIGHTS_CLICKHOUSE_URL|http://host|clickhouse.url",
                "FOOTLIGHTS_CLICKHOUSE_DATABASE|a;b|clickhouse.database",
                "FOOTLIGHTS_LOG_LEVEL|loud|log.level"
            })
    void nameTheKeyOfAWrongValue(String variable, String value, String key) {
        SettingsException exception = catchThrowableOfType(
                SettingsException.class,
                () -> SettingsReader.read(All.class, Optional.empty(), Map.of(variable, value)));

        assertThat(exception.problems()).singleElement().asString().startsWith(key + " (" + variable + ")");
    }
}
