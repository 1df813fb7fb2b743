package dev.footlights.streams;

import dev.footlights.schemas.topics.TopicAdmin;
import dev.footlights.schemas.topics.TopicPolicyException;
import dev.footlights.schemas.topics.TopicProblem;
import dev.footlights.schemas.topics.Topics;
import dev.footlights.streams.state.StoreNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** Creates and checks the topics of the catalogue, and checks the changelogs of private state as well. */
final class TopicSettingsCheck {
    private TopicSettingsCheck() {}

    /** @throws TopicPolicyException naming what is wrong */
    static void run(Admin admin, StreamsSettings.TopicSettings topics) {
        TopicAdmin.ensure(admin, topics.partitions(), (short) topics.replicationFactor());
        List<TopicProblem> problems = privateProblems(admin, topics.partitions());
        if (!problems.isEmpty()) {
            throw new TopicPolicyException(problems);
        }
    }

    private static List<TopicProblem> privateProblems(Admin admin, int partitions) {
        Set<String> wanted = StoreNames.COMPACTED.stream()
                .map(store -> Topics.APPLICATION_ID + "-" + store + "-changelog")
                .collect(Collectors.toSet());
        wanted.retainAll(AdminCalls.await(admin.listTopics().names()));
        Map<String, TopicDescription> found =
                AdminCalls.await(admin.describeTopics(wanted).allTopicNames());
        Map<ConfigResource, Config> configs = AdminCalls.await(admin.describeConfigs(wanted.stream()
                        .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                        .toList())
                .all());
        List<TopicProblem> problems = new ArrayList<>();
        found.forEach((name, description) -> {
            int count = description.partitions().size();
            if (count != partitions) {
                problems.add(new TopicProblem(
                        name,
                        "partitions",
                        Integer.toString(count),
                        Integer.toString(partitions),
                        "state was built with " + count + ": set topics.partitions back, or build it anew"));
            }
        });
        configs.forEach((resource, config) -> {
            String policy = config.get(TopicConfig.CLEANUP_POLICY_CONFIG).value();
            if (!policy.equals(TopicConfig.CLEANUP_POLICY_COMPACT)) {
                problems.add(new TopicProblem(
                        resource.name(),
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        policy,
                        TopicConfig.CLEANUP_POLICY_COMPACT,
                        "state that Kafka deletes by age can't be restored"));
            }
        });
        return problems;
    }
}
