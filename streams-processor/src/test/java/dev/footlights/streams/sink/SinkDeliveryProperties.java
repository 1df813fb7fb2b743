package dev.footlights.streams.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footlights.local.clickhouse.SharedClickHouse;
import dev.footlights.schemas.clickhouse.Migrator;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** However a history is delivered, the tables end up the same: on the real engine. */
class SinkDeliveryProperties {
    private static final String DATABASE = "sink";

    private final String url = SharedClickHouse.get().jdbcUrl(DATABASE);
    private final Tables tables = new ClickHouseTables(url, "default", "", DATABASE);

    @BeforeContainer
    static void migrate() throws SQLException {
        new Migrator(SharedClickHouse.get().jdbcUrl(DATABASE), "", "").migrate();
    }

    @AfterProperty
    void close() {
        tables.close();
    }

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void duplicatesShufflesAndOtherBatchesChangeNothing(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int length) throws SQLException {
        // Given
        Random random = new Random(seed);
        List<ConsumerRecord<byte[], byte[]>> history = Records.history(random, length);
        empty();
        deliver(List.of(history));
        Map<String, List<String>> expected = content();
        // When
        empty();
        List<ConsumerRecord<byte[], byte[]>> again = new ArrayList<>(history);
        history.stream().filter(each -> random.nextInt(3) == 0).forEach(again::add);
        Collections.shuffle(again, random);
        deliver(cut(again, random));
        // Then
        assertThat(content()).isEqualTo(expected);
    }

    @Property(tries = 5, shrinking = ShrinkingMode.OFF)
    void deathBetweenInsertAndCommitChangesNothing(@ForAll long seed) throws SQLException {
        // Given
        Random random = new Random(seed);
        List<ConsumerRecord<byte[], byte[]>> history = Records.history(random, 100);
        empty();
        deliver(List.of(history));
        Map<String, List<String>> expected = content();
        // When a later start begins before what was stored already, several times
        empty();
        int committed = 0;
        while (committed < history.size()) {
            int stored = Math.min(history.size(), committed + 1 + random.nextInt(40));
            deliver(List.of(history.subList(committed, stored)));
            committed += random.nextInt(stored - committed + 1);
        }
        // Then
        assertThat(content()).isEqualTo(expected);
    }

    private static List<List<ConsumerRecord<byte[], byte[]>>> cut(
            List<ConsumerRecord<byte[], byte[]>> records, Random random) {
        List<List<ConsumerRecord<byte[], byte[]>>> batches = new ArrayList<>();
        for (int from = 0; from < records.size(); ) {
            int to = Math.min(records.size(), from + 1 + random.nextInt(60));
            batches.add(records.subList(from, to));
            from = to;
        }
        return batches;
    }

    private void deliver(List<List<ConsumerRecord<byte[], byte[]>>> batches) {
        BatchFiller filler = new BatchFiller(Records.REGISTRY);
        for (List<ConsumerRecord<byte[], byte[]>> records : batches) {
            Batch batch = new Batch();
            records.forEach(record -> filler.add(record, batch));
            assertThat(batch.deadLetters()).isEmpty();
            batch.inserts().forEach(tables::insert);
        }
    }

    private void empty() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String table : filled()) {
                statement.execute("TRUNCATE TABLE " + table);
            }
        }
    }

    /** The sink's tables and those that the engine derives from them. */
    private static List<String> filled() {
        return Stream.concat(
                        SinkTopic.ALL.stream().map(topic -> topic.rows().table()),
                        Stream.of("presence_days", "presence_months"))
                .toList();
    }

    private Map<String, List<String>> content() throws SQLException {
        Map<String, List<String>> content = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String table : filled()) {
                try (ResultSet rows = statement.executeQuery(
                        "SELECT toString(tuple(*)) AS line FROM " + table + " FINAL ORDER BY line")) {
                    List<String> lines = new ArrayList<>();
                    while (rows.next()) {
                        lines.add(rows.getString(1));
                    }
                    content.put(table, lines);
                }
            }
        }
        return content;
    }
}
