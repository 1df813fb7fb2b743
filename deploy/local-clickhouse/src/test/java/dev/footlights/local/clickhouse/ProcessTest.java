package dev.footlights.local.clickhouse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Start, stop and restart: as a process of its own and within this one. */
class ProcessTest {
    @TempDir
    Path data;

    @Test
    void dataOutlivesTheProcessAndBelongsToOne() throws Exception {
        // Given
        Process first = launch();
        try {
            execute(port(first), "default", "CREATE DATABASE kept");
        } finally {
            first.destroy();
        }
        assertThat(first.waitFor(30, TimeUnit.SECONDS)).isTrue();
        // When
        Process second = launch();
        try {
            int port = port(second);
            execute(port, "kept", "CREATE TABLE rows (n UInt32) ENGINE = MergeTree ORDER BY n");
            execute(port, "kept", "INSERT INTO rows VALUES (1), (2), (3)");
            // Then
            assertThatThrownBy(() -> EmbeddedClickHouse.start(data, 0).close())
                    .isInstanceOf(EngineUnavailableException.class)
                    .hasMessageContaining("in use by process " + second.pid());
        } finally {
            second.destroyForcibly();
        }
        assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
        try (EmbeddedClickHouse here = EmbeddedClickHouse.start(data, 0)) {
            assertThat(count(here.jdbcUrl("kept"))).isEqualTo(3);
            assertThatThrownBy(() -> EmbeddedClickHouse.start(data.resolve("other"), 0))
                    .isInstanceOf(EngineUnavailableException.class)
                    .hasMessageContaining("once per process");
        }
        try (EmbeddedClickHouse again = EmbeddedClickHouse.start(data, 0)) {
            assertThat(count(again.jdbcUrl("kept"))).isEqualTo(3);
        }
    }

    @Test
    void aTakenPortIsNamed() {
        try (EmbeddedClickHouse one = EmbeddedClickHouse.start(data.resolve("one"), 0)) {
            assertThat(one.port()).isPositive();
            Process two = launchOn(data.resolve("two"), one.port());
            try {
                assertThat(two.waitFor(30, TimeUnit.SECONDS)).isTrue();
                assertThat(two.exitValue()).isEqualTo(1);
                assertThat(new String(two.getErrorStream().readAllBytes(), UTF_8))
                        .contains("can't listen on port " + one.port());
            } catch (java.io.IOException | InterruptedException failure) {
                throw new AssertionError(failure);
            } finally {
                two.destroyForcibly();
            }
        }
    }

    private Process launch() {
        return launchOn(data, 0);
    }

    private static Process launchOn(Path data, int port) {
        try {
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            EmbeddedClickHouse.class.getName(),
                            "--data",
                            data.toString(),
                            "--port",
                            Integer.toString(port))
                    .start();
        } catch (java.io.IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static int port(Process process) throws Exception {
        BufferedReader out = process.inputReader(UTF_8);
        String line = out.readLine();
        while (line != null && !line.contains("ready on")) {
            line = out.readLine();
        }
        assertThat(line).isNotNull();
        return Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
    }

    private static void execute(int port, String database, String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:ch://127.0.0.1:" + port + "/" + database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long count(String url) throws Exception {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count() FROM rows")) {
            assertThat(rows.next()).isTrue();
            return rows.getLong(1);
        }
    }
}
