package dev.footlights.streams;

import dev.footlights.schemas.topics.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides where reading begins. The very first time that is the oldest event there is; ever after it is where reading
 * stopped, and when that has gone from Kafka the process ends rather than jump.
 */
final class StartingOffsets {
    private static final Logger LOG = LoggerFactory.getLogger(StartingOffsets.class);

    private final Admin admin;

    StartingOffsets(Admin admin) {
        this.admin = admin;
    }

    /** @throws IllegalStateException when some partitions have been read before and others not */
    void ensure() {
        Set<TopicPartition> partitions = partitions();
        Map<TopicPartition, OffsetAndMetadata> committed = committed(partitions);
        if (committed.isEmpty()) {
            begin(partitions);
        } else if (committed.size() < partitions.size()) {
            throw new IllegalStateException(Topics.USAGE_EVENTS.name() + " has " + partitions.size()
                    + " partitions, but group " + Topics.APPLICATION_ID + " has read only " + committed.size()
                    + " of them: their number has changed, or offsets have expired");
        }
    }

    private Set<TopicPartition> partitions() {
        String topic = Topics.USAGE_EVENTS.name();
        return AdminCalls.await(admin.describeTopics(List.of(topic))
                        .topicNameValues()
                        .values()
                        .iterator()
                        .next())
                .partitions()
                .stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .collect(Collectors.toSet());
    }

    private Map<TopicPartition, OffsetAndMetadata> committed(Set<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
        AdminCalls.await(admin.listConsumerGroupOffsets(Topics.APPLICATION_ID).partitionsToOffsetAndMetadata())
                .forEach((partition, offset) -> {
                    if (offset != null && partitions.contains(partition)) {
                        committed.put(partition, offset);
                    }
                });
        return committed;
    }

    private void begin(Set<TopicPartition> partitions) {
        Map<TopicPartition, OffsetSpec> asked = partitions.stream()
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.earliest()));
        Map<TopicPartition, ListOffsetsResultInfo> oldest =
                AdminCalls.await(admin.listOffsets(asked).all());
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        oldest.forEach((partition, info) -> offsets.put(partition, new OffsetAndMetadata(info.offset())));
        try {
            AdminCalls.await(admin.alterConsumerGroupOffsets(Topics.APPLICATION_ID, offsets)
                    .all());
            LOG.atInfo().addKeyValue("partitions", partitions.size()).log("reading begins with the oldest event");
        } catch (UnknownMemberIdException e) {
            LOG.atInfo().log("another instance has begun to read");
        }
    }
}
