package dev.footlights.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footlights.systemtest.generated.EventStream;
import dev.footlights.systemtest.pipeline.Pipeline;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is posted is soon seen, by whom it concerns. */
@ExtendWith(Pipeline.Shared.class)
class FreshnessSystemTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    @Test
    void anEventIsVisibleForItsTeamItsAncestorsAndTheOrganisationAlone(Pipeline pipeline) {
        // Given
        String feature = "freshness-probe";
        Figures figures = new Figures(pipeline.launcher());
        assertThat(figures.byTeam("events", feature)).isEmpty();

        // When
        pipeline.ledger().send(EventStream.byHand("by-hand", "user:default/person-0", feature, Instant.now()));

        // Then
        Map<String, Double> expected = Map.of(
                "group:default/team-0", 1.0,
                "group:default/commerce", 1.0,
                "group:default/company", 1.0,
                "org", 1.0);
        Awaitility.await().atMost(SOON).pollInterval(Duration.ofMillis(100)).untilAsserted(() -> {
            assertThat(figures.byTeam("events", feature)).isEqualTo(expected);
            assertThat(figures.byTeam("active-users", feature)).isEqualTo(expected);
        });
    }
}
