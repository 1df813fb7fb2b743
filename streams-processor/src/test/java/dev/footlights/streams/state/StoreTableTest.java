package dev.footlights.streams.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTableTest {
    private static final String STORE = "store";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in.
    private Path directory;

    @Test
    void lastPassesOverWhatWasJustDeletedInTheCache() {
        // Given
        List<Map.@Nullable Entry<String, String>> found = new ArrayList<>();
        Topology topology = new Topology()
                .addSource("source", new StringDeserializer(), new StringDeserializer(), "topic")
                .addProcessor("processor", () -> new DeletesAndLooks(found), "source")
                .addStateStore(
                        Stores.keyValueStoreBuilder(
                                        Stores.persistentKeyValueStore(STORE), Serdes.String(), Serdes.String())
                                .withCachingEnabled(),
                        "processor");
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "store-table-test");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());

        // When
        try (TopologyTestDriver driver = new TopologyTestDriver(topology, settings)) {
            var topic = driver.createInputTopic("topic", new StringSerializer(), new StringSerializer());
            topic.pipeInput("kept", "a|1");
            topic.pipeInput("passing", "a|3");
        }

        // Then
        assertThat(found).containsExactly(Map.entry("a|1", "kept"));
    }

    /** Keeps a key, or puts and deletes it and looks back before the cache is written through. */
    private static final class DeletesAndLooks implements Processor<String, String, Void, Void> {
        private final List<Map.@Nullable Entry<String, String>> found;
        private @Nullable ProcessorContext<Void, Void> context;

        DeletesAndLooks(List<Map.@Nullable Entry<String, String>> found) {
            this.found = found;
        }

        @Override
        public void init(ProcessorContext<Void, Void> given) {
            context = given;
        }

        @Override
        public void process(Record<String, String> record) {
            if (context == null) {
                throw new IllegalStateException("not initialised");
            }
            KeyValueStore<String, String> store = context.getStateStore(STORE);
            StoreTable<String> table = new StoreTable<>(store);
            table.put(record.value(), record.key());
            if (record.key().equals("passing")) {
                table.delete(record.value());
                found.add(table.last("a|", "a|9"));
            }
        }
    }
}
