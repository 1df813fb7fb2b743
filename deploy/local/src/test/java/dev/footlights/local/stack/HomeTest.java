package dev.footlights.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    @Test
    void theIdentityKeyIsMadeOnceForItsOwnerAlone(@TempDir Path folder) throws Exception {
        // Given
        Home home = new Home(folder.resolve("a home"));
        home.create();

        // When
        String key = home.identityKey();

        // Then
        assertThat(key).hasSize(64);
        assertThat(home.identityKey()).isEqualTo(key);
        assertThat(Files.getPosixFilePermissions(home.directory().resolve("identity.key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void theHomeIsInTheSourceTreeUnlessItIsSaidOtherwise(@TempDir Path folder) {
        Installation installation = new Installation(folder);
        assertThat(Home.from(Map.of(), installation).directory()).isEqualTo(folder.resolve(".footlights"));
        assertThat(Home.from(Map.of(Home.VARIABLE, "here"), installation).directory())
                .isEqualTo(Path.of("here").toAbsolutePath());
    }

    @Test
    void aSecondLauncherOnAHomeIsRefusedWithThePidOfTheFirst(@TempDir Path folder) {
        // Given
        Home home = new Home(folder);
        home.create();
        new RunFile(RunFile.Entry.of(ProcessHandle.current().pid()), 8480, Set.of("kafka"), Map.of()).write(home);

        // When
        try (HomeLock lock = HomeLock.take(home)) {
            // Then
            assertThatThrownBy(() -> HomeLock.take(home))
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining("pid " + ProcessHandle.current().pid());
            assertThat(lock).isNotNull();
        }
        HomeLock.take(home).close();
    }

    @Test
    void whatRunsIsReadAsItWasWritten(@TempDir Path folder) throws Exception {
        // Given
        Home home = new Home(folder);
        RunFile.Entry self = RunFile.Entry.of(ProcessHandle.current().pid());
        RunFile run = new RunFile(self, 9480, Set.of("kafka", "ingest"), Map.of("ingest", new RunFile.Entry(1, 2)));

        // When
        run.write(home);

        // Then
        assertThat(RunFile.read(home)).contains(run);
        assertThat(self.process()).isPresent();
        assertThat(new RunFile.Entry(self.pid(), self.started() - 1_000).process())
                .isEmpty();
        RunFile.delete(home);
        assertThat(RunFile.read(home)).isEmpty();
        Files.writeString(home.runFile(), "{\"launch");
        assertThatThrownBy(() -> RunFile.read(home)).hasMessageContaining("run.json");
    }

    @Test
    void theAnswerOfAServiceIsToldInAFewWords() {
        String answer = """
                {"status":"down","checks":[{"name":"kafka","status":"up","detail":""},
                 {"name":"roster","status":"down","detail":"not published yet"}]}""";
        assertThat(HealthAnswer.failing(503, answer)).isEqualTo("roster: not published yet");
        assertThat(HealthAnswer.failing(502, "<html>")).isEqualTo("status 502");
    }
}
