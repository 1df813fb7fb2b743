package dev.footlights.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With real processes: small shells. */
class SupervisorTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String LIVES = "exec sleep 600";

    @TempDir
    private Path folder = Path.of("");

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Map<String, Long> pids = new ConcurrentHashMap<>();
    private final Supervisor supervisor = new Supervisor(
            new Console(new PrintStream(said, true, StandardCharsets.UTF_8)),
            new RestartPause(Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofMinutes(1)),
            living -> {
                pids.keySet().retainAll(living.keySet());
                pids.putAll(living);
            });

    @BeforeEach
    void folderIsThere() throws IOException {
        Files.createDirectories(folder);
    }

    @AfterEach
    void close() {
        supervisor.close();
    }

    @Test
    void aDeadPartIsStartedAgainAndTheTerminalSaysSo() {
        // Given
        Part part = part("worker", LIVES);
        supervisor.start(part);
        ProcessHandle first = process("worker");

        // When
        first.destroyForcibly();

        // Then
        await().atMost(PATIENCE).until(() -> pids.containsKey("worker") && pids.get("worker") != first.pid());
        assertThat(process("worker").isAlive()).isTrue();
        assertThat(said())
                .contains(
                        "worker",
                        "ended with status 137",
                        "starting it again",
                        part.log().toString());
    }

    @Test
    void aPartIsReadyWhenItSaysSo() throws Exception {
        // Given
        Path sign = folder.resolve("sign");
        Part part = part(
                "worker",
                "touch '" + sign + "'; " + LIVES,
                () -> Files.exists(sign) ? Optional.empty() : Optional.of("no sign"));

        // When
        supervisor.start(part);
        supervisor.awaitReady(part, PATIENCE);

        // Then
        assertThat(said()).contains("worker       ready at nowhere");
    }

    @Test
    void aPartThatNeverStartsEndsTheWaitWithItsLog() {
        Part part = part("broken", "echo this is why; exit 3", () -> Optional.of("nothing yet"));
        supervisor.start(part);
        assertThatThrownBy(() -> supervisor.awaitReady(part, PATIENCE))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("broken doesn't start")
                .hasMessageContaining("this is why");
    }

    @Test
    void aPartThatIsNotReadyInTimeEndsTheWaitWithWhatIsMissing() {
        Part part = part("slow", LIVES, () -> Optional.of("warming up"));
        supervisor.start(part);
        assertThatThrownBy(() -> supervisor.awaitReady(part, Duration.ofMillis(50)))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("warming up");
    }

    @Test
    void aStoppedPartStaysStopped() {
        // Given
        supervisor.start(part("one", LIVES));
        supervisor.start(part("two", LIVES));
        ProcessHandle one = process("one");
        ProcessHandle two = process("two");

        // When
        supervisor.stop(List.of("one"));

        // Then
        assertThat(one.isAlive()).isFalse();
        assertThat(two.isAlive()).isTrue();
        assertThat(said()).contains("one          stopped");
    }

    @Test
    void closingStopsEveryPart() {
        // Given
        supervisor.start(part("one", LIVES));
        supervisor.start(part("two", LIVES));
        ProcessHandle one = process("one");
        ProcessHandle two = process("two");

        // When
        supervisor.close();

        // Then
        assertThat(one.isAlive()).isFalse();
        assertThat(two.isAlive()).isFalse();
        assertThatThrownBy(() -> supervisor.start(part("three", LIVES))).isInstanceOf(StackException.class);
    }

    @Test
    void ctrlCInTheTerminalReachesTheLauncherOnly() throws Exception {
        // Given
        supervisor.start(part("worker", LIVES));
        ProcessHandle worker = process("worker");
        await().atMost(PATIENCE)
                .until(() -> worker.info()
                        .command()
                        .filter(name -> name.endsWith("sleep"))
                        .isPresent());

        // When
        new ProcessBuilder("kill", "-INT", String.valueOf(worker.pid())).start().waitFor();
        new ProcessBuilder("kill", "-HUP", String.valueOf(worker.pid())).start().waitFor();

        // Then
        assertThat(worker.isAlive()).isTrue();
        assertThat(said()).isEmpty();
    }

    @Test
    void settingsForTheLauncherDoNotReachTheParts() throws Exception {
        // Given
        Path seen = folder.resolve("seen");
        Part part = new Part(
                "worker",
                List.of("sh", "-c", "env > '" + seen + ".new' && mv '" + seen + ".new' '" + seen + "'; " + LIVES),
                Map.of("FOOTLIGHTS_ROSTER_CATALOG", "/a folder/catalog"),
                List.of(),
                folder.resolve("worker.log"),
                "nowhere",
                Optional::empty);

        // When
        supervisor.start(part);

        // Then
        await().atMost(PATIENCE).until(() -> Files.exists(seen));
        assertThat(Files.readAllLines(seen))
                .contains("FOOTLIGHTS_ROSTER_CATALOG=/a folder/catalog")
                .noneMatch(line -> line.startsWith("FOOTLIGHTS_HOME="));
    }

    private Part part(String name, String script) {
        return part(name, script, Optional::empty);
    }

    private Part part(String name, String script, Readiness readiness) {
        return new Part(
                name,
                List.of("sh", "-c", script),
                Map.of(),
                List.of(),
                folder.resolve(name + ".log"),
                "nowhere",
                readiness);
    }

    private ProcessHandle process(String name) {
        return Optional.ofNullable(pids.get(name)).flatMap(ProcessHandle::of).orElseThrow();
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
