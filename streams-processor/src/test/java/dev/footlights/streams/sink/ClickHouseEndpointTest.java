package dev.footlights.streams.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClickHouseEndpointTest {
    @ParameterizedTest
    @CsvSource({
        "jdbc:ch://127.0.0.1:8482/footlights, http://127.0.0.1:8482",
        "jdbc:ch://127.0.0.1:8482, http://127.0.0.1:8482",
        "jdbc:clickhouse://db.example.org, http://db.example.org:8123",
        "jdbc:ch:https://db.example.org/footlights, https://db.example.org:8443",
        "jdbc:ch://db.example.org:9443/footlights?ssl=true, https://db.example.org:9443",
        "jdbc:ch://[::1]:8123/x, http://[::1]:8123",
    })
    void isTheHttpAddressOfAJdbcUrl(String url, String endpoint) {
        assertThat(ClickHouseEndpoint.of(url)).isEqualTo(endpoint);
    }

    @Test
    void refusesOtherUrls() {
        assertThatIllegalArgumentException().isThrownBy(() -> ClickHouseEndpoint.of("http://127.0.0.1:8123"));
    }
}
