package dev.footlights.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    @Test
    void readsAllThree() {
        assertThat(Arguments.parse("--port", "1", "--data", "d", "--controller-port", "2"))
                .isEqualTo(new Arguments(Path.of("d"), 1, 2));
    }

    @Test
    void namesWhatItDoesNotUnderstand() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Arguments.parse("--prot", "1"))
                .withMessageContaining("--prot");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Arguments.parse("--data", "d", "--port", "99999"))
                .withMessageContaining("--port must be");
    }
}
