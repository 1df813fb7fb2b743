package dev.footlights.streams.sink;

import java.util.Collection;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** What Kafka says about how far things are. */
interface Positions extends AutoCloseable {
    /** The end of each partition of those topics that exist, counting records of open transactions. */
    Map<TopicPartition, Long> ends(Collection<String> topics);

    /** The stable committed offsets of a group; partitions without one are missing. */
    Map<TopicPartition, Long> committed(String group);

    @Override
    void close();
}
