package dev.footlights.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RestartPauseTest {
    @Test
    void pausesDoubleFromOneSecondToThirty() {
        assertThat(IntStream.rangeClosed(1, 7)
                        .mapToObj(RestartPause.STANDARD::after)
                        .map(pause -> pause.toSeconds()))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
        assertThat(RestartPause.STANDARD.after(1_000_000)).isEqualTo(RestartPause.STANDARD.longest());
    }
}
