package dev.footlights.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As a process, since it reads the environment. What it compares is tested where it is compared. */
class ReconcileCommandTest {
    @Test
    void whatCannotBeReadIsStatusTwoAndSaysWhere(@TempDir Path home) throws Exception {
        Result result = run(home, "FOOTLIGHTS_CLICKHOUSE_URL", "jdbc:ch://127.0.0.1:1");

        assertThat(result.status()).as(result.output()).isEqualTo(2);
        assertThat(result.output()).contains("jdbc:ch://127.0.0.1:1/").doesNotContain("\tat ");
    }

    @Test
    void aZoneThatIsNoneIsStatusTwo(@TempDir Path home) throws Exception {
        Result result = run(home, "FOOTLIGHTS_REPORTING_ZONE", "Mars/One");

        assertThat(result.status()).as(result.output()).isEqualTo(2);
        assertThat(result.output()).contains("Mars/One").doesNotContain("\tat ");
    }

    private record Result(int status, String output) {}

    private static Result run(Path home, String variable, String value) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Footlights.class.getName(),
                        "reconcile")
                .redirectErrorStream(true);
        builder.environment().putAll(Map.of("FOOTLIGHTS_HOME", home.toString(), variable, value));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }
}
