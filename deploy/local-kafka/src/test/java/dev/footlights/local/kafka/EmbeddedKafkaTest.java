package dev.footlights.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {
    private static final TopicPartition PARTITION = new TopicPartition("greetings", 0);

    @Test
    void keepsItsRecordsOverARestart(@TempDir Path dataDir) throws Exception {
        // Given
        try (EmbeddedKafka kafka = EmbeddedKafka.start(dataDir, 0, 0)) {
            writeInATransaction(kafka);
        }

        // When
        try (EmbeddedKafka kafka = EmbeddedKafka.start(dataDir, 0, 0)) {
            // Then
            assertThat(read(kafka)).containsExactly("hello");
        }
    }

    private static void writeInATransaction(EmbeddedKafka kafka) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("greetings", 1, (short) 1)))
                    .all()
                    .get();
        }
        Map<String, Object> settings =
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "transactional.id", "greeter");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("greetings", "hello")).get();
            producer.commitTransaction();
        }
    }

    private static List<String> read(EmbeddedKafka kafka) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                kafka.bootstrapServers(),
                "isolation.level",
                "read_committed",
                "auto.offset.reset",
                "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(PARTITION));
            return consumer.poll(Duration.ofSeconds(20)).records(PARTITION).stream()
                    .map(record -> record.value())
                    .toList();
        }
    }
}
