package dev.footlights.local.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the services ask of ClickHouse through the ordinary JDBC driver, with its default settings. */
class JdbcContractTest {
    @TempDir
    static Path data;

    static EmbeddedClickHouse clickHouse;

    @BeforeAll
    static void start() throws SQLException {
        clickHouse = EmbeddedClickHouse.start(data, 0);
        try (Connection connection = connect("default");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE IF NOT EXISTS shop");
        }
    }

    @AfterAll
    static void stop() {
        clickHouse.close();
    }

    @Test
    void theDatabaseOfTheUrlIsTheCurrentOne() throws SQLException {
        assertThat(one("shop", "SELECT currentDatabase()")).isEqualTo("shop");
        assertThat(one("default", "SELECT currentDatabase()")).isEqualTo("default");
    }

    @Test
    void theHighestRevisionWins() throws SQLException {
        // Given
        try (Connection connection = connect("shop");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE merged (id UInt32, value Int64, revision UInt64)"
                    + " ENGINE = ReplacingMergeTree(revision) ORDER BY id");
            // When
            assertThat(statement.executeUpdate("INSERT INTO merged VALUES (1, 10, 2), (2, 5, 1)"))
                    .isEqualTo(2);
            statement.executeUpdate("INSERT INTO merged VALUES (1, 99, 1)");
            statement.executeUpdate("INSERT INTO merged SELECT id, value + 1, revision + 1 FROM merged WHERE id = 2");
        }
        // Then
        assertThat(one("shop", "SELECT groupArray((id, value)) FROM (SELECT * FROM merged FINAL ORDER BY id)"))
                .isEqualTo("[(1,10),(2,6)]");
    }

    @Test
    void boundValuesStayValues() throws SQLException {
        // Given
        UUID id = UUID.fromString("0192f0c1-2b3c-8d4e-9f50-112233445566");
        Instant at = Instant.parse("2026-11-22T23:59:59.123Z");
        String text = "O'Hara \\ \"quoted\" `tick` \n 数据 🎭 '); DROP TABLE bound; --";
        try (Connection connection = connect("shop");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE bound (id UUID, at DateTime64(3, 'UTC'), text String, teams Array(String))"
                    + " ENGINE = MergeTree ORDER BY id");
            // When
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO bound VALUES (?, ?, ?, ?)")) {
                insert.setObject(1, id);
                insert.setObject(2, at);
                insert.setString(3, text);
                insert.setArray(4, connection.createArrayOf("String", new Object[] {"a'b", "org"}));
                assertThat(insert.executeUpdate()).isEqualTo(1);
            }
            // Then
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT * FROM bound WHERE id = ? AND text = ? AND at = ?")) {
                select.setObject(1, id);
                select.setString(2, text);
                select.setObject(3, at);
                try (ResultSet rows = select.executeQuery()) {
                    assertThat(rows.next()).isTrue();
                    assertThat(rows.getObject("id", UUID.class)).isEqualTo(id);
                    assertThat(rows.getObject("at", Instant.class)).isEqualTo(at);
                    assertThat(rows.getString("text")).isEqualTo(text);
                    assertThat((Object[]) rows.getArray("teams").getArray()).containsExactly("a'b", "org");
                }
            }
        }
    }

    @Test
    void aBatchIsStoredWhole() throws SQLException {
        // Given
        int size = 20_000;
        try (Connection connection = connect("shop");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE batch (n UInt32, text String) ENGINE = MergeTree ORDER BY n");
            // When
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO batch (n, text) VALUES (?, ?)")) {
                for (int n = 0; n < size; n++) {
                    insert.setInt(1, n);
                    insert.setString(2, "a text long enough to pass the parser's first 256 KiB, number " + n);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
        // Then
        assertThat(one("shop", "SELECT (count(), uniqExact(n), sum(n)) FROM batch"))
                .isEqualTo("(20000,20000,199990000)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    shop    | SELECT * FROM missing                               | 60  | (UNKNOWN_TABLE)
                    shop    | SELECT throwIf(number = 3) FROM numbers(10)         | 395 | (FUNCTION_THROW_IF_VALUE_IS_NON_ZERO)
                    shop    | SELECT missing                                      | 47  | (UNKNOWN_IDENTIFIER)
                    nowhere | SELECT 1                                            | 81  | (UNKNOWN_DATABASE)
                    """)
    void errorsCarryTheServersCodeAndText(String database, String sql, int code, String name) {
        SQLException error = catchThrowableOfType(SQLException.class, () -> one(database, sql));
        assertThat(error.getErrorCode()).isEqualTo(code);
        assertThat(error.getMessage())
                .contains("Code: " + code + ". DB::Exception: ")
                .contains(name);
    }

    @Test
    void statementsRunInParallel() throws Exception {
        // Given
        try (Connection connection = connect("shop");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE parallel (n UInt64) ENGINE = MergeTree ORDER BY n");
        }
        List<Callable<String>> work = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            int from = i * 1000;
            work.add(() -> {
                try (Connection connection = connect("shop");
                        Statement statement = connection.createStatement()) {
                    statement.execute("INSERT INTO parallel SELECT number + " + from + " FROM numbers(1000)");
                }
                return one("shop", "SELECT uniqExact(number) FROM numbers(100000)");
            });
        }
        // When
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<String> answer : threads.invokeAll(work)) {
                assertThat(answer.get()).isEqualTo("100000");
            }
        }
        // Then
        assertThat(one("shop", "SELECT uniqExact(n) FROM parallel")).isEqualTo("16000");
    }

    @Test
    void aWideResultArrivesWhole() throws SQLException {
        try (Connection connection = connect("shop");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT number, toString(number) FROM numbers(300000)")) {
            long count = 0;
            long sum = 0;
            while (rows.next()) {
                count++;
                sum += rows.getLong(1);
            }
            assertThat(count).isEqualTo(300_000);
            assertThat(sum).isEqualTo(300_000L * 299_999 / 2);
        }
    }

    private static Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(clickHouse.jdbcUrl(database));
    }

    private static String one(String database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT toString(tuple(COLUMNS('.*')).1) FROM (" + sql + ")")) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
