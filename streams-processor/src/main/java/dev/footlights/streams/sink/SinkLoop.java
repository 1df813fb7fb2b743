package dev.footlights.streams.sink;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls, collects, writes, and only then commits. A step that can't be done is repeated for ever, while the partitions
 * are paused and polling goes on, so that the group keeps this member. When partitions are taken away, what was
 * collected is dropped: their next owner starts at the last commit.
 */
final class SinkLoop {
    private static final Logger log = LoggerFactory.getLogger(SinkLoop.class);
    private static final Duration LONGEST_POLL = Duration.ofMillis(100);
    private static final Duration COMMIT_PATIENCE = Duration.ofSeconds(10);
    private static final Duration POSITION_PATIENCE = Duration.ofMillis(200);

    private final Consumer<byte[], byte[]> consumer;
    private final BatchFiller filler;
    private final Tables tables;
    private final DeadLetters deadLetters;
    private final SinkSettings settings;
    private final SinkStatus status;
    private final Clock clock;

    private final Batch batch = new Batch();
    private final Map<TopicPartition, Long> committed = new HashMap<>();
    private Instant collectingSince = Instant.MIN;
    private boolean waiting;
    private int rebalances;

    SinkLoop(
            Consumer<byte[], byte[]> consumer,
            BatchFiller filler,
            Tables tables,
            DeadLetters deadLetters,
            SinkSettings settings,
            SinkStatus status,
            Clock clock) {
        this.consumer = consumer;
        this.filler = filler;
        this.tables = tables;
        this.deadLetters = deadLetters;
        this.settings = settings;
        this.status = status;
        this.clock = clock;
    }

    void subscribe() {
        consumer.subscribe(SinkTopic.names(), new Rebalances());
    }

    /**
     * One round: poll, collect, and when it is time, write and commit.
     *
     * @throws org.apache.kafka.common.errors.WakeupException when the sink is to stop
     */
    void round() {
        ConsumerRecords<byte[], byte[]> polled = consumer.poll(LONGEST_POLL);
        // A poll may rebalance and bring records of the new assignment: those count, and are read once only.
        int before = rebalances;
        for (ConsumerRecord<byte[], byte[]> record : polled) {
            if (rebalances != before || !persist(() -> filler.add(record, batch))) {
                return;
            }
        }
        Instant now = clock.instant();
        if (batch.isEmpty()) {
            collectingSince = now;
        }
        boolean full = batch.rows() >= settings.batchRows();
        if (full || !now.isBefore(collectingSince.plus(settings.flushInterval()))) {
            deliver();
        }
    }

    private void deliver() {
        for (Insert insert : batch.inserts()) {
            if (!persist(() -> tables.insert(insert))) {
                return;
            }
            status.stored(insert);
        }
        List<DeadLetter> letters = List.copyOf(batch.deadLetters());
        if (!letters.isEmpty()) {
            if (!persist(() -> deadLetters.send(letters))) {
                return;
            }
            status.setAside(letters.size());
        }
        batch.clear();
        collectingSince = clock.instant();
        commit();
    }

    /** Also without new rows, since a position moves over the markers of transactions too. */
    private void commit() {
        Map<TopicPartition, OffsetAndMetadata> moved = new HashMap<>();
        long lag = 0;
        for (TopicPartition partition : consumer.assignment()) {
            Optional<Long> position = position(partition);
            position.filter(offset -> !offset.equals(committed.get(partition)))
                    .ifPresent(offset -> moved.put(partition, new OffsetAndMetadata(offset)));
            lag += consumer.currentLag(partition).orElse(0);
        }
        status.lag(lag);
        if (moved.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(moved, COMMIT_PATIENCE);
            moved.forEach((partition, offset) -> committed.put(partition, offset.offset()));
        } catch (CommitFailedException | RebalanceInProgressException | RetriableException e) {
            // The rows are stored. Whoever reads them again stores the same.
            log.atInfo().addKeyValue("reason", e.getMessage()).log("sink offsets not committed yet");
        }
    }

    private Optional<Long> position(TopicPartition partition) {
        try {
            return Optional.of(consumer.position(partition, POSITION_PATIENCE));
        } catch (TimeoutException e) {
            return Optional.empty();
        }
    }

    /** Repeats a step until it is done; false when partitions were taken away meanwhile and the batch with them. */
    private boolean persist(Runnable step) {
        int before = rebalances;
        Backoff backoff = new Backoff();
        try {
            while (rebalances == before) {
                try {
                    step.run();
                    if (waiting) {
                        status.working();
                    }
                    return true;
                } catch (UnavailableException e) {
                    fail(e);
                    pause(backoff.next());
                }
            }
            return false;
        } finally {
            if (waiting) {
                waiting = false;
                consumer.resume(consumer.assignment());
            }
        }
    }

    private void fail(UnavailableException e) {
        String what = String.valueOf(e.getMessage());
        if (!waiting) {
            log.atWarn()
                    .addKeyValue("problem", what)
                    .addKeyValue("cause", e.getCause())
                    .log("sink waits");
        }
        status.failing(what);
        waiting = true;
        consumer.pause(consumer.assignment());
    }

    private void pause(Duration time) {
        Instant end = clock.instant().plus(time);
        int before = rebalances;
        do {
            Duration left = Duration.between(clock.instant(), end);
            // Everything is paused, so this brings no records; it keeps the membership and stops at a wakeup.
            consumer.poll(left.isNegative() ? Duration.ZERO : left);
        } while (rebalances == before && clock.instant().isBefore(end));
    }

    private final class Rebalances implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            rebalances++;
            batch.clear();
            committed.clear();
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (waiting) {
                consumer.pause(partitions);
            } else {
                status.working();
            }
        }
    }
}
