package dev.footlights.streams.sink;

import dev.footlights.schemas.avro.FailedEvent;
import dev.footlights.schemas.avro.FailureReason;
import dev.footlights.schemas.topics.Topics;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Puts unusable records, whole, on the failed-events topic. */
final class KafkaDeadLetters implements DeadLetters {
    private static final int LONGEST_PAYLOAD = 1 << 20;

    private final Producer<byte[], byte[]> producer;
    private final Serializer<FailedEvent> serializer;
    private final String version;
    private final Clock clock;

    KafkaDeadLetters(
            Producer<byte[], byte[]> producer, Serializer<FailedEvent> serializer, String version, Clock clock) {
        this.producer = producer;
        this.serializer = serializer;
        this.version = version;
        this.clock = clock;
    }

    @Override
    public void send(List<DeadLetter> letters) {
        String topic = Topics.FAILED_EVENTS.name();
        try {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (DeadLetter letter : letters) {
                sent.add(producer.send(new ProducerRecord<>(topic, serializer.serialize(topic, failedEvent(letter)))));
            }
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("interrupted while sending to " + topic, e);
        } catch (ExecutionException | RuntimeException e) {
            throw new UnavailableException("can't send to " + topic, e);
        }
    }

    private FailedEvent failedEvent(DeadLetter letter) {
        ConsumerRecord<byte[], byte[]> record = letter.record();
        byte @Nullable [] value = record.value();
        byte[] payload = value == null ? new byte[0] : value;
        Instant now = clock.instant();
        return FailedEvent.newBuilder()
                .setReason(FailureReason.UNDECODABLE)
                .setDetail(letter.detail())
                .setComponent("streams-processor")
                .setComponentVersion(version)
                .setFailedAt(now)
                .setReceivedAt(record.timestamp() < 0 ? now : Instant.ofEpochMilli(record.timestamp()))
                .setSourceTopic(record.topic())
                .setSourcePartition(record.partition())
                .setSourceOffset(record.offset())
                .setFormat("fact")
                .setPayload(ByteBuffer.wrap(
                        payload.length <= LONGEST_PAYLOAD ? payload : Arrays.copyOf(payload, LONGEST_PAYLOAD)))
                .setPayloadSize(payload.length)
                .build();
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
