package dev.footlights.schemas.topics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes sure, at the start of a service, that the topics are there and as they must be. */
public final class TopicAdmin {
    private static final Logger log = LoggerFactory.getLogger(TopicAdmin.class);

    private TopicAdmin() {}

    /**
     * {@link #ensure(Admin, Collection, int, short)} for the whole catalogue.
     *
     * @throws TopicPolicyException when a topic that is there is wrong
     */
    public static List<String> ensure(Admin admin, int partitions, short replicationFactor) {
        return ensure(admin, Topics.ALL, partitions, replicationFactor);
    }

    /**
     * Creates what is missing and checks what is there. Changelogs aren't created, Kafka Streams does that, but are checked. Several
     * services may do this at once.
     *
     * @return names of the topics created
     * @throws TopicPolicyException naming everything that is wrong, before anything is created
     * @throws org.apache.kafka.common.KafkaException when Kafka can't be asked; try again when it is retriable
     */
    public static List<String> ensure(
            Admin admin, Collection<TopicDefinition<?>> topics, int partitions, short replicationFactor) {
        Map<String, TopicState> found = check(admin, topics, partitions, replicationFactor);
        List<String> created = new ArrayList<>();
        List<TopicDefinition<?>> overtaken = new ArrayList<>();
        for (TopicDefinition<?> topic : topics) {
            if (topic.changelog() || found.containsKey(topic.name())) {
                continue;
            }
            if (create(admin, topic, partitions, replicationFactor)) {
                created.add(topic.name());
            } else {
                overtaken.add(topic);
            }
        }
        check(admin, overtaken, partitions, replicationFactor);
        return created;
    }

    private static Map<String, TopicState> check(
            Admin admin, Collection<TopicDefinition<?>> topics, int partitions, short replicationFactor) {
        Map<String, TopicState> found = states(admin, topics);
        List<TopicProblem> problems = topics.stream()
                .flatMap(topic -> Optional.ofNullable(found.get(topic.name()))
                        .map(state -> TopicRules.problems(topic, state, partitions, replicationFactor))
                        .orElse(List.of())
                        .stream())
                .toList();
        if (!problems.isEmpty()) {
            throw new TopicPolicyException(problems);
        }
        return found;
    }

    /** False when another service has just created it. */
    private static boolean create(Admin admin, TopicDefinition<?> topic, int partitions, short replicationFactor) {
        NewTopic wanted =
                new NewTopic(topic.name(), partitions, replicationFactor).configs(topic.settings(replicationFactor));
        try {
            await(admin.createTopics(List.of(wanted)).all());
        } catch (TopicExistsException e) {
            return false;
        }
        log.atInfo()
                .addKeyValue("topic", topic.name())
                .addKeyValue("partitions", partitions)
                .log("topic created");
        return true;
    }

    /** The topics that are there, by name. */
    private static Map<String, TopicState> states(Admin admin, Collection<TopicDefinition<?>> topics) {
        List<String> names = topics.stream().map(TopicDefinition::name).toList();
        Map<String, Integer> partitions = new HashMap<>();
        admin.describeTopics(names)
                .topicNameValues()
                .forEach((name, description) -> describe(description)
                        .ifPresent(
                                there -> partitions.put(name, there.partitions().size())));
        List<ConfigResource> resources = partitions.keySet().stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        Map<String, TopicState> states = new HashMap<>();
        await(admin.describeConfigs(resources).all())
                .forEach((resource, config) -> states.put(
                        resource.name(),
                        new TopicState(partitions.getOrDefault(resource.name(), 0), settings(config))));
        return states;
    }

    private static Optional<TopicDescription> describe(KafkaFuture<TopicDescription> description) {
        try {
            return Optional.of(await(description));
        } catch (UnknownTopicOrPartitionException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> settings(Config config) {
        Map<String, String> settings = new HashMap<>();
        for (ConfigEntry entry : config.entries()) {
            if (entry.value() != null) {
                settings.put(entry.name(), entry.value());
            }
        }
        return settings;
    }

    /** The admin client's own timeout ends the wait; its exceptions come out as they are. */
    private static <V> V await(KafkaFuture<V> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("Kafka's admin client failed", e.getCause());
        }
    }
}
