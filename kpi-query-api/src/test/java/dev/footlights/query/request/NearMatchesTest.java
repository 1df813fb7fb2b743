package dev.footlights.query.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearMatchesTest {
    private static final List<String> KNOWN = List.of("events", "active-users", "group:default/payments");

    @Test
    void areAFewLettersAwayOrContainTheWord() {
        assertThat(NearMatches.of("event", KNOWN)).containsExactly("events");
        assertThat(NearMatches.of("Payments", KNOWN)).containsExactly("group:default/payments");
        assertThat(NearMatches.of("paymints", KNOWN)).containsExactly("group:default/payments");
        assertThat(NearMatches.of("group:default/paymints", KNOWN)).containsExactly("group:default/payments");
        assertThat(NearMatches.of("nothing-like-it", KNOWN)).isEmpty();
    }

    @Test
    void areNotSoughtForAnythingLong() {
        assertThat(NearMatches.of("e".repeat(100_000), KNOWN)).isEmpty();
        assertThat(NearMatches.of("", KNOWN)).isEmpty();
    }
}
