package dev.footlights.streams.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footlights.streams.fold.Chain;
import dev.footlights.streams.fold.LatestSession;
import dev.footlights.streams.fold.Search;
import dev.footlights.streams.fold.TeamSet;
import dev.footlights.streams.fold.Visit;
import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PrivateSerdesTest {
    private final Serde<Chain> chains = PrivateSerdes.chain();

    @ParameterizedTest
    @EnumSource(Search.Stage.class)
    void aChainComesBackAsItWas(Search.Stage stage) {
        // Given
        Chain chain = chain(stage);
        // When
        byte[] bytes = chains.serializer().serialize("any", chain);
        // Then
        assertThat(bytes[0]).isEqualTo((byte) 2);
        assertThat(chains.deserializer().deserialize("any", bytes)).isEqualTo(chain);
    }

    /** Bytes as the first version wrote them: after the feature stands whether the search was counted. */
    @ParameterizedTest
    @CsvSource({"00, TYPED", "01, PAUSED"})
    void aChainOfTheFirstVersionIsRead(String counted, Search.Stage stage) {
        // Given
        byte[] bytes = HexFormat.of()
                .parseHex(
                        "01" // version
                                + "01" + "042f78" + "c801" // visit: "/x", 100
                                + "01" + "06706179" + "9003" + "01" // search: "pay", 200, no results
                                + "02" + "066f7267" + "023d" // one team "org", its id "="
                                + "0c736561726368" + counted // "search"
                                + "0a" + "0c" // 5, 6
                                + "01" + "026b" + "0e" + "10" // session: "k", 7, 8
                                + "12"); // touched at 9
        // When
        Chain read = chains.deserializer().deserialize("any", bytes);
        // Then
        assertThat(read).isEqualTo(chain(stage));
    }

    @Test
    void aLaterVersionIsRefusedWithAdvice() {
        assertThatThrownBy(() -> chains.deserializer().deserialize("any", new byte[] {3, 0, 0, 0, 0}))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("version 3")
                .hasMessageContaining("reads up to 2");
    }

    private static Chain chain(Search.Stage stage) {
        return new Chain(
                new Visit("/x", 100),
                new Search("pay", 200, true, new TeamSet(List.of("org"), "="), "search", stage, 5, 6),
                new LatestSession("k", 7, 8),
                9);
    }
}
