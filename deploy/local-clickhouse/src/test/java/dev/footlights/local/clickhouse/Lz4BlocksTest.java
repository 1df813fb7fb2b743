package dev.footlights.local.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Lz4BlocksTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 1_000_000})
    void givesBackWhatWasCompressed(int length) throws IOException {
        byte[] noise = new byte[length];
        new Random(length).nextBytes(noise);
        assertThat(Lz4Blocks.decompress(Lz4Blocks.compress(noise))).isEqualTo(noise);
        byte[] zeros = new byte[length];
        assertThat(Lz4Blocks.decompress(Lz4Blocks.compress(zeros))).isEqualTo(zeros);
    }

    @Test
    void refusesDamageAndCuts() {
        byte[] blocks = Lz4Blocks.compress(new byte[100_000]);
        for (int at = 0; at < blocks.length; at += 7) {
            byte[] damaged = blocks.clone();
            damaged[at] ^= 1;
            assertThatThrownBy(() -> Lz4Blocks.decompress(damaged)).isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> Lz4Blocks.decompress(Arrays.copyOf(blocks, blocks.length - 1)))
                .isInstanceOf(IOException.class);
    }
}
