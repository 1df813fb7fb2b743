package dev.footlights.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footlights.systemtest.pipeline.Node;
import dev.footlights.systemtest.pipeline.Pipeline;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The module that Red Hat publishes, unmodified, pointed at ingest. */
@ExtendWith(Pipeline.Shared.class)
class AdoptionInsightsSystemTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void whatTheModuleSendsAndSendsAgainIsCountedOnce(Pipeline pipeline) {
        // Given
        String template = "templates";
        String team = "group:default/team-3";
        Figures figures = new Figures(pipeline.launcher());
        double runs = figures.byTeam("template-runs", template).getOrDefault(team, 0.0);
        double minutes = figures.byTeam("minutes-saved", template).getOrDefault(team, 0.0);
        String ingest = pipeline.launcher().ingest("").toString();

        // When
        List<String> printed = Node.pipe(List.of(), "node/adoption-insights.mjs", ingest, "user:default/person-3");

        // Then
        pipeline.ledger().note(printed.subList(0, printed.size() - 1));
        assertThat(printed.getLast()).matches("deliveries [2-9]");
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            Map<String, Double> now = figures.byTeam("template-runs", template);
            assertThat(now.getOrDefault(team, 0.0)).isEqualTo(runs + 1);
        });
        assertThat(figures.byTeam("minutes-saved", template).getOrDefault(team, 0.0))
                .isEqualTo(minutes + 42.5);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        pipeline.ledger().recount().awaitEqual(today.minusDays(7), today, "--granularity=day,total");
    }
}
