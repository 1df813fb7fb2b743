package dev.footlights.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BackendsTest {
    @Test
    void everythingIsStartedHereWhenNothingIsSaid() {
        // When
        Backends backends = Backends.from(Map.of(), new Ports(9480));

        // Then
        assertThat(backends.ownKafka() && backends.ownRegistry() && backends.ownClickHouse())
                .isTrue();
        assertThat(backends.variables())
                .containsEntry("FOOTLIGHTS_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9483")
                .containsEntry("FOOTLIGHTS_REGISTRY_URLS", "http://127.0.0.1:9484/apis/ccompat/v7")
                .containsEntry("FOOTLIGHTS_CLICKHOUSE_URL", "jdbc:ch://127.0.0.1:9482")
                .containsEntry("FOOTLIGHTS_TOPICS_PARTITIONS", "4");
        assertThat(backends.settings().topics().partitions()).isEqualTo(4);
    }

    @Test
    void whatIsNamedIsUsedInsteadOfStarted() {
        // When
        Backends backends = Backends.from(
                Map.of(
                        "FOOTLIGHTS_KAFKA_BOOTSTRAP_SERVERS",
                        "broker:9092",
                        "FOOTLIGHTS_CLICKHOUSE_URL",
                        "jdbc:ch://db:8123"),
                new Ports(9480));

        // Then
        assertThat(backends.ownKafka()).isFalse();
        assertThat(backends.ownRegistry()).isTrue();
        assertThat(backends.ownClickHouse()).isFalse();
        assertThat(backends.variables()).containsOnlyKeys("FOOTLIGHTS_REGISTRY_URLS");
        assertThat(backends.settings().kafka().bootstrapServers()).containsExactly("broker:9092");
        assertThat(backends.settings().topics().partitions()).isEqualTo(12);
    }

    @Test
    void anUnusableAddressIsNamed() {
        assertThatThrownBy(
                        () -> Backends.from(Map.of("FOOTLIGHTS_KAFKA_BOOTSTRAP_SERVERS", "nowhere"), new Ports(9480)))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("nowhere");
    }
}
