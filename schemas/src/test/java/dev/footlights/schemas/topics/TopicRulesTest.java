package dev.footlights.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicRulesTest {
    private static TopicDefinition<?> topic(String name) {
        return Topics.ALL.stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<TopicProblem> problems(TopicDefinition<?> topic, int replication, Map<String, String> changes) {
        Map<String, String> settings = new HashMap<>(topic.settings(replication));
        settings.putAll(changes);
        return TopicRules.problems(topic, new TopicState(12, settings), 12, replication);
    }

    @Test
    void aTopicMadeByUsPasses() {
        for (TopicDefinition<?> topic : Topics.ALL) {
            assertThat(problems(topic, 1, Map.of())).isEmpty();
            assertThat(problems(topic, 3, Map.of())).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "footlights.usage-events.v1, cleanup.policy, compact, wrong",
        "footlights.usage-events.v1, cleanup.policy, 'compact,delete', wrong",
        "footlights.usage-events.v1, retention.ms, 2591999999, wrong",
        "footlights.usage-events.v1, retention.ms, 2592000000, fine",
        "footlights.usage-events.v1, retention.ms, 9592000000, fine",
        "footlights.usage-events.v1, retention.ms, -1, fine",
        "footlights.usage-events.v1, retention.ms, nonsense, wrong",
        "footlights.usage-events.v1, message.timestamp.type, LogAppendTime, wrong",
        "footlights.usage-events.v1, max.message.bytes, 1048588, wrong",
        "footlights.usage-events.v1, max.message.bytes, 9000000, fine",
        "footlights.usage-events.v1, min.insync.replicas, 1, wrong",
        "footlights.usage-events.v1, min.insync.replicas, 3, fine",
        "footlights.usage-events.v1, compression.type, zstd, fine",
        "footlights.roster.v1, cleanup.policy, delete, wrong",
        "footlights.roster.v1, retention.ms, 1, fine",
        "footlights-activity-facts-changelog, cleanup.policy, delete, wrong",
        "footlights-activity-facts-changelog, cleanup.policy, 'compact,delete', wrong",
    })
    void eachSettingIsJudged(String name, String setting, String found, String verdict) {
        List<TopicProblem> problems = problems(topic(name), 3, Map.of(setting, found));

        if (verdict.equals("fine")) {
            assertThat(problems).isEmpty();
        } else {
            assertThat(problems).singleElement().satisfies(problem -> {
                assertThat(problem.topic()).isEqualTo(name);
                assertThat(problem.setting()).isEqualTo(setting);
                assertThat(problem.found()).isEqualTo(found);
                assertThat(problem.mend()).contains("kafka-configs.sh", name, "--add-config " + setting + "=");
            });
        }
    }

    @Test
    void anotherPartitionCountIsRefusedWithTheSettingToChange() {
        TopicDefinition<?> topic = Topics.USAGE_EVENTS;
        TopicState state = new TopicState(4, topic.settings(1));

        List<TopicProblem> problems = TopicRules.problems(topic, state, 12, 1);

        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .contains("partitions is 4, must be 12", "FOOTLIGHTS_TOPICS_PARTITIONS) to 4"));
    }

    @Test
    void everyProblemIsTold() {
        TopicState state = new TopicState(1, Map.of());

        assertThat(new TopicPolicyException(TopicRules.problems(Topics.USAGE_EVENTS, state, 12, 3)).problems())
                .extracting(TopicProblem::setting)
                .containsExactly(
                        "partitions",
                        "cleanup.policy",
                        "retention.ms",
                        "message.timestamp.type",
                        "max.message.bytes",
                        "min.insync.replicas");
    }
}
