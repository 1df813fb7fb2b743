package dev.footlights.local.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineLibraryTest {
    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, linux-x64-gnu",
        "Linux, aarch64, linux-arm64-gnu",
        "Mac OS X, x86_64, darwin-x64",
        "Mac OS X, aarch64, darwin-arm64"
    })
    void namesThePackageOfEachPlatform(String system, String architecture, String platform) {
        assertThat(EngineLibrary.platform(system, architecture)).isEqualTo(platform);
    }

    @Test
    void saysWhatToDoWhereThereIsNone() {
        assertThatThrownBy(() -> EngineLibrary.platform("Windows 11", "amd64"))
                .isInstanceOf(EngineUnavailableException.class)
                .hasMessageContaining("clickhouse.url");
    }
}
