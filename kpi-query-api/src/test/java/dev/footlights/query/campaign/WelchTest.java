package dev.footlights.query.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WelchTest {
    /** From tables of Student's t, two-sided 95 %. */
    @ParameterizedTest
    @CsvSource({
        "1, 12.706205",
        "2, 4.302653",
        "3, 3.182446",
        "4, 2.776445",
        "10, 2.228139",
        "30, 2.042272",
        "1000, 1.962339"
    })
    void quantilesAreThoseOfTheTables(double degrees, double expected) {
        assertThat(StudentT.within(0.95, degrees)).isCloseTo(expected, within(1e-6));
    }

    /**
     * Changes 1, 2, 3 against 0, 0, 1: means 2 and 1/3; variances 1 and 1/3, so the squared error is 1/3 + 1/9 = 4/9 and the
     * degrees of freedom (4/9)² / ((1/3)² / 2 + (1/9)² / 2) = 3.2.
     */
    @Test
    void differenceAndIntervalAreAsByHand() {
        Welch welch = Welch.of(List.of(1.0, 2.0, 3.0), List.of(0.0, 0.0, 1.0));
        assertThat(welch.difference()).isCloseTo(5.0 / 3, within(1e-12));
        assertThat(welch.degrees()).isCloseTo(3.2, within(1e-12));
        double reach = StudentT.within(0.95, 3.2) * 2 / 3;
        assertThat(welch.low()).isCloseTo(5.0 / 3 - reach, within(1e-12));
        assertThat(welch.high()).isCloseTo(5.0 / 3 + reach, within(1e-12));
    }

    @Test
    void withoutVariationTheIntervalIsTheDifference() {
        assertThat(Welch.of(List.of(2.0, 2.0, 2.0), List.of(1.0, 1.0, 1.0))).isEqualTo(new Welch(1, 1, 1, 0));
    }
}
