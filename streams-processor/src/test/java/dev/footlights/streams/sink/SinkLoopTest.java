package dev.footlights.streams.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footlights.schemas.topics.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SinkLoopTest {
    private static final TopicPartition PARTITION = new TopicPartition(Topics.FIRST_USES.name(), 0);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final FakeTables tables = new FakeTables();
    private final FakeDeadLetters deadLetters = new FakeDeadLetters();
    private final SinkStatus status = new SinkStatus(new SimpleMeterRegistry());
    private final SinkLoop loop = new SinkLoop(
            consumer,
            new BatchFiller(Records.REGISTRY),
            tables,
            deadLetters,
            new SinkSettings(true, 1_000, Duration.ZERO),
            status,
            Clock.systemUTC());

    @BeforeEach
    void assign() {
        loop.subscribe();
        assignAgain();
    }

    @Test
    void commitsAfterTheRowsAreStored() {
        // Given
        tables.atInsert = () -> assertThat(committed()).isZero();
        consumer.addRecord(Records.firstUse(0, 1));
        consumer.addRecord(Records.firstUse(1, 2));
        // When
        loop.round();
        // Then one row holds the key's last value
        assertThat(tables.stored).hasSize(1);
        assertThat(tables.stored.getFirst().count()).isEqualTo(1);
        assertThat(committed()).isEqualTo(2);
        assertThat(status.problem()).isEmpty();
    }

    @Test
    void repeatsTheSameBytesUntilTheyAreStored() {
        // Given
        tables.failures = 3;
        consumer.addRecord(Records.firstUse(0, 1));
        // When
        loop.round();
        // Then
        assertThat(tables.tried).hasSize(4);
        assertThat(tables.tried).allSatisfy(bytes -> assertThat(bytes).isEqualTo(tables.tried.getFirst()));
        assertThat(committed()).isEqualTo(1);
        assertThat(consumer.paused()).isEmpty();
        assertThat(status.problem()).isEmpty();
    }

    @Test
    void saysSoWhileItWaits() {
        // Given
        tables.failures = 2;
        List<String> problems = new ArrayList<>();
        tables.atInsert = () -> status.problem().ifPresent(problems::add);
        consumer.addRecord(Records.firstUse(0, 1));
        // When
        loop.round();
        // Then
        assertThat(problems).containsExactly("can't insert", "can't insert");
    }

    @Test
    void dropsTheBatchWhenItsPartitionIsTakenAway() {
        // Given
        tables.failures = 1;
        tables.atInsert = () -> consumer.schedulePollTask(() -> consumer.rebalance(List.of()));
        consumer.addRecord(Records.firstUse(0, 1));
        // When
        loop.round();
        tables.atInsert = () -> {};
        assignAgain();
        loop.round();
        // Then
        assertThat(tables.stored).isEmpty();
        assertThat(committed()).isZero();
    }

    @Test
    void storesWhatComesWithThePollThatAssigned() {
        // Given a poll that loses the partition, gets it anew and brings a record of it
        consumer.schedulePollTask(() -> {
            consumer.rebalance(List.of());
            assignAgain();
            consumer.addRecord(Records.firstUse(0, 1));
        });
        // When
        loop.round();
        // Then
        assertThat(tables.stored).hasSize(1);
        assertThat(committed()).isEqualTo(1);
    }

    @Test
    void whatCanNeverBecomeRowsIsSetAsideAndTheRestGoesOn() {
        // Given
        byte[] noAvro = "no avro".getBytes(StandardCharsets.UTF_8);
        consumer.addRecord(new ConsumerRecord<>(PARTITION.topic(), 0, 0, new byte[] {1}, noAvro));
        consumer.addRecord(Records.firstUse(1, 1));
        deadLetters.failures = 1;
        // When
        loop.round();
        // Then
        assertThat(deadLetters.sent).hasSize(1);
        assertThat(deadLetters.sent.getFirst().record().value()).isEqualTo(noAvro);
        assertThat(tables.stored).hasSize(1);
        assertThat(committed()).isEqualTo(2);
    }

    @Test
    void tombstonesOnlyMoveThePosition() {
        // Given
        consumer.addRecord(new ConsumerRecord<>(PARTITION.topic(), 0, 0, new byte[] {1}, null));
        // When
        loop.round();
        // Then
        assertThat(tables.stored).isEmpty();
        assertThat(deadLetters.sent).isEmpty();
        assertThat(committed()).isEqualTo(1);
    }

    private void assignAgain() {
        consumer.rebalance(List.of(PARTITION));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    }

    private long committed() {
        OffsetAndMetadata offset = consumer.committed(Set.of(PARTITION)).get(PARTITION);
        return offset == null ? 0 : offset.offset();
    }

    private static final class FakeTables implements Tables {
        private final List<byte[]> tried = new ArrayList<>();
        private final List<Insert> stored = new ArrayList<>();
        private Runnable atInsert = () -> {};
        private int failures;

        @Override
        public void insert(Insert insert) {
            atInsert.run();
            tried.add(insert.rows().toByteArray());
            if (failures-- > 0) {
                throw new UnavailableException("can't insert", new IllegalStateException("planned"));
            }
            stored.add(insert);
        }

        @Override
        public void close() {}
    }

    private static final class FakeDeadLetters implements DeadLetters {
        private final List<DeadLetter> sent = new ArrayList<>();
        private int failures;

        @Override
        public void send(List<DeadLetter> letters) {
            if (failures-- > 0) {
                throw new UnavailableException("can't send", new IllegalStateException("planned"));
            }
            sent.addAll(letters);
        }

        @Override
        public void close() {}
    }
}
