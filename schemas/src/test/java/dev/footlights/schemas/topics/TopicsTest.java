package dev.footlights.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TopicsTest {
    @Test
    void namesAreAContract() {
        assertThat(Topics.ALL)
                .extracting(TopicDefinition::name)
                .containsExactly(
                        "footlights.usage-events.v1",
                        "footlights.failed-events.v1",
                        "footlights.roster.v1",
                        "footlights.teams.v1",
                        "footlights.template-outcomes.v1",
                        "footlights.check-results.v1",
                        "footlights-activity-facts-changelog",
                        "footlights-first-uses-changelog",
                        "footlights-session-facts-changelog",
                        "footlights-kpi-rollups-changelog",
                        "footlights-survey-answers-changelog",
                        "footlights-event-ledger-changelog");
        assertThat(Topics.ALL).filteredOn(TopicDefinition::changelog).hasSize(6);
    }

    @Test
    void settingsOfTheEvents() {
        assertThat(Topics.USAGE_EVENTS.settings(1))
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "2592000000")
                .containsEntry("message.timestamp.type", "CreateTime")
                .containsEntry("compression.type", "producer")
                .doesNotContainKey("min.insync.replicas");
        assertThat(Topics.USAGE_EVENTS.settings(3)).containsEntry("min.insync.replicas", "2");
        assertThat(Topics.ACTIVITY_FACTS.settings(1))
                .containsEntry("cleanup.policy", "compact")
                .doesNotContainKey("retention.ms");
    }
}
