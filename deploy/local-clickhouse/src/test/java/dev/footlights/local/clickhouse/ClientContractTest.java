package dev.footlights.local.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.ServerException;
import com.clickhouse.client.api.insert.InsertResponse;
import com.clickhouse.client.api.insert.InsertSettings;
import com.clickhouse.client.api.query.GenericRecord;
import com.clickhouse.data.ClickHouseFormat;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the sink asks of ClickHouse through client-v2, under each of its ways to compress. */
class ClientContractTest {
    private static final int ROWS = 200_000;

    @TempDir
    static Path data;

    static EmbeddedClickHouse clickHouse;

    @BeforeAll
    static void start() {
        clickHouse = EmbeddedClickHouse.start(data, 0);
    }

    @AfterAll
    static void stop() {
        clickHouse.close();
    }

    @ParameterizedTest
    @CsvSource({"false, false, false", "true, false, false", "true, true, false", "true, false, true"})
    void insertsAreCountedExactly(boolean answers, boolean requests, boolean http) throws Exception {
        // Given
        String table = "counted_" + answers + requests + http;
        try (Client client = client(answers, requests, http)) {
            execute(client, "CREATE TABLE " + table + " (n UInt64) ENGINE = MergeTree ORDER BY n");
            // When
            try (InsertResponse answer = insert(client, table, rows())) {
                assertThat(answer.getWrittenRows()).isEqualTo(ROWS);
            }
            // Then
            List<GenericRecord> counts = client.queryAll("SELECT count() AS c, uniqExact(n) AS u FROM " + table);
            assertThat(counts.getFirst().getLong("c")).isEqualTo(ROWS);
            assertThat(counts.getFirst().getLong("u")).isEqualTo(ROWS);
        }
    }

    @ParameterizedTest
    @CsvSource({"false, false, false", "true, true, false", "true, false, true"})
    void errorsAreReadable(boolean answers, boolean requests, boolean http) {
        try (Client client = client(answers, requests, http)) {
            Exception missing = catchThrowableOfType(Exception.class, () -> client.queryAll("SELECT * FROM missing"));
            assertThat(missing.getCause()).isInstanceOfSatisfying(ServerException.class, error -> {
                assertThat(error.getCode()).isEqualTo(60);
                assertThat(error.getMessage()).contains("UNKNOWN_TABLE");
            });

            execute(client, "CREATE TABLE IF NOT EXISTS whole (n UInt64) ENGINE = MergeTree ORDER BY n");
            byte[] rows = rows();
            Exception cut = catchThrowableOfType(
                    Exception.class,
                    () -> insert(client, "whole", Arrays.copyOf(rows, rows.length - 1))
                            .close());
            assertThat(cut).hasStackTraceContaining("CANNOT_READ_ALL_DATA");
            assertThat(client.queryAll("SELECT count() AS c FROM whole")
                            .getFirst()
                            .getLong("c"))
                    .isZero();
        }
    }

    private static Client client(boolean answers, boolean requests, boolean http) {
        return new Client.Builder()
                .addEndpoint(clickHouse.httpUrl())
                .setUsername("default")
                .setPassword("")
                .compressServerResponse(answers)
                .compressClientRequest(requests)
                .useHttpCompression(http)
                .build();
    }

    private static void execute(Client client, String sql) {
        client.queryAll(sql);
    }

    private static InsertResponse insert(Client client, String table, byte[] rows) throws Exception {
        return client.insert(table, new ByteArrayInputStream(rows), ClickHouseFormat.RowBinary, new InsertSettings())
                .get(30, TimeUnit.SECONDS);
    }

    private static byte[] rows() {
        ByteBuffer rows = ByteBuffer.allocate(ROWS * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (long n = 0; n < ROWS; n++) {
            rows.putLong(n);
        }
        return rows.array();
    }
}
