package dev.footlights.streams.sink;

import java.nio.ByteBuffer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A record's key within all topics. Records without a key are all different. */
record RecordKey(String topic, int partition, ByteBuffer key, long offset) {
    private static final ByteBuffer NONE = ByteBuffer.allocate(0);

    static RecordKey of(ConsumerRecord<byte[], byte[]> record) {
        byte @Nullable [] key = record.key();
        return key == null
                ? new RecordKey(record.topic(), record.partition(), NONE, record.offset())
                : new RecordKey(record.topic(), record.partition(), ByteBuffer.wrap(key), -1);
    }
}
