package dev.footlights.streams;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** How much state is still to be read back from Kafka: {@code footlights_streams_restore_remaining} records. */
final class RestoreProgress implements StateRestoreListener {
    private final Map<TopicPartition, Long> remaining = new ConcurrentHashMap<>();

    RestoreProgress(MeterRegistry meters) {
        Gauge.builder("footlights.streams.restore.remaining", this, RestoreProgress::total)
                .description("Records of state still to be read back before folding goes on")
                .register(meters);
    }

    String describe() {
        long total = total();
        return total == 0 ? "not restoring" : total + " records of state to restore";
    }

    private long total() {
        return remaining.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void onRestoreStart(TopicPartition partition, String store, long from, long to) {
        remaining.put(partition, Math.max(0, to - from));
    }

    @Override
    public void onBatchRestored(TopicPartition partition, String store, long batchEnd, long count) {
        remaining.computeIfPresent(partition, (key, left) -> Math.max(0, left - count));
    }

    @Override
    public void onRestoreEnd(TopicPartition partition, String store, long count) {
        remaining.remove(partition);
    }

    @Override
    public void onRestoreSuspended(TopicPartition partition, String store, long count) {
        remaining.remove(partition);
    }
}
