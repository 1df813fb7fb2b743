package dev.footlights.schemas.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.config.TopicConfig;

/** Decides whether a topic that is there may be used. Pure. */
public final class TopicRules {
    private static final long FOR_EVER = -1;

    private TopicRules() {}

    /**
     * What is wrong with a topic; empty when it may be used. A topic may keep data longer and take larger messages than asked.
     *
     * @param partitions how many it must have
     * @param replicationFactor what the settings ask for; decides whether a quorum is wanted
     */
    public static List<TopicProblem> problems(
            TopicDefinition<?> topic, TopicState state, int partitions, int replicationFactor) {
        List<TopicProblem> problems = new ArrayList<>();
        if (state.partitions() != partitions) {
            problems.add(new TopicProblem(
                    topic.name(),
                    "partitions",
                    Integer.toString(state.partitions()),
                    Integer.toString(partitions),
                    "a person's events would change partitions, so set topics.partitions (FOOTLIGHTS_TOPICS_PARTITIONS) to "
                            + state.partitions()));
        }
        topic.settings(replicationFactor)
                .forEach((setting, wanted) ->
                        problem(topic, state, setting, wanted).ifPresent(problems::add));
        return problems;
    }

    private static Optional<TopicProblem> problem(
            TopicDefinition<?> topic, TopicState state, String setting, String wanted) {
        String found = state.settings().getOrDefault(setting, "(not set)");
        return switch (setting) {
            case TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG ->
                found.equals(wanted) ? Optional.empty() : Optional.of(wrong(topic, setting, found, wanted, ""));
            case TopicConfig.RETENTION_MS_CONFIG ->
                number(found) == FOR_EVER || number(found) >= number(wanted)
                        ? Optional.empty()
                        : Optional.of(wrong(topic, setting, found, wanted, "at least "));
            case TopicConfig.MAX_MESSAGE_BYTES_CONFIG, TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG ->
                number(found) >= number(wanted)
                        ? Optional.empty()
                        : Optional.of(wrong(topic, setting, found, wanted, "at least "));
            default -> Optional.empty();
        };
    }

    private static TopicProblem wrong(
            TopicDefinition<?> topic, String setting, String found, String wanted, String atLeast) {
        return new TopicProblem(
                topic.name(),
                setting,
                found,
                atLeast + wanted,
                "run: kafka-configs.sh --bootstrap-server SERVER --alter --entity-type topics --entity-name "
                        + topic.name() + " --add-config " + setting + "=" + wanted);
    }

    /** A number as Kafka prints it; something that is none counts as too small. */
    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return Long.MIN_VALUE;
        }
    }
}
