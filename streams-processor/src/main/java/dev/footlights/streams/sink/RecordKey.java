package dev.footlights.streams.sink;

import java.nio.ByteBuffer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What makes a record another than the rest of all topics: its key where a topic keeps the latest of each, else its place. */
record RecordKey(String topic, int partition, ByteBuffer key, long offset) {
    private static final ByteBuffer NONE = ByteBuffer.allocate(0);

    /** @param latestOfKey whether a later record of the same key stands for this one */
    static RecordKey of(ConsumerRecord<byte[], byte[]> record, boolean latestOfKey) {
        byte @Nullable [] key = record.key();
        return key == null || !latestOfKey
                ? new RecordKey(record.topic(), record.partition(), NONE, record.offset())
                : new RecordKey(record.topic(), record.partition(), ByteBuffer.wrap(key), -1);
    }
}
