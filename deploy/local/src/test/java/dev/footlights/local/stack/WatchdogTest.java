package dev.footlights.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchdogTest {
    @Test
    void whatIsGuardedEndsWithTheWatchdogsMaster() throws Exception {
        // Given
        Process guarded = sleeping();
        Process letGo = sleeping();
        Watchdog watchdog = Watchdog.start();
        watchdog.guard(List.of(guarded.pid(), letGo.pid()));
        watchdog.guard(List.of(guarded.pid()));

        // When
        watchdog.close();

        // Then
        assertThat(guarded.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(letGo.isAlive()).isTrue();
        letGo.destroyForcibly();
    }

    /** A launcher in a process of its own, killed so that no code of it can run. */
    @Test
    void partsEndWhenTheirLauncherIsKilled(@TempDir Path folder) throws Exception {
        // Given
        Path pid = folder.resolve("pid");
        Process launcher = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LauncherOfOne.class.getName(),
                        pid.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        await().atMost(60, TimeUnit.SECONDS).untilAsserted(() -> assertThat(pid).exists());
        ProcessHandle part =
                ProcessHandle.of(Long.parseLong(Files.readString(pid))).orElseThrow();

        // When
        launcher.destroyForcibly();

        // Then
        part.onExit().get(30, TimeUnit.SECONDS);
        assertThat(part.isAlive()).isFalse();
    }

    private static Process sleeping() throws IOException {
        return new ProcessBuilder("sleep", "600").start();
    }
}
