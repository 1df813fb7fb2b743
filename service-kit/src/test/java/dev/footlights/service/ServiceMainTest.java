package dev.footlights.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footlights.service.settings.Default;
import dev.footlights.service.settings.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServiceMainTest {
    record Settings(@Default("3") int count, @Secret Optional<String> key) {}

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<String> events = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void aServiceThatIsAskedToEndStopsItsPartsLastFirstAndEndsWithZero() {
        int code = run(
                (settings, lifecycle) -> {
                    lifecycle.onStop("first", () -> events.add("first stopped"));
                    lifecycle.onStop("second", () -> {
                        events.add("second stopped");
                        throw new IllegalStateException("can't");
                    });
                    lifecycle.onStop("third", () -> events.add("third stopped"));
                    events.add("started with " + settings.count());
                    lifecycle.end();
                },
                Map.of("FOOTLIGHTS_COUNT", "4"));

        assertThat(code).isEqualTo(ServiceMain.CLEAN);
        assertThat(events).containsExactly("started with 4", "third stopped", "second stopped", "first stopped");
    }

    @Test
    void aStartThatFailsStopsWhatWasStartedAndEndsWithOne() {
        int code = run(
                (settings, lifecycle) -> {
                    lifecycle.onStop("first", () -> events.add("first stopped"));
                    throw new IOException("can't listen");
                },
                Map.of());

        assertThat(code).isEqualTo(ServiceMain.FAILED);
        assertThat(events).containsExactly("first stopped");
    }

    @Test
    void aFailureWhileRunningEndsWithOne() {
        int code = run((settings, lifecycle) -> lifecycle.fail(new IllegalStateException("gone")), Map.of());

        assertThat(code).isEqualTo(ServiceMain.FAILED);
    }

    @Test
    void badSettingsAreNamedAndNothingIsStarted() {
        int code = run((settings, lifecycle) -> events.add("started"), Map.of("FOOTLIGHTS_COUNT", "many"));

        assertThat(code).isEqualTo(ServiceMain.MISUSED);
        assertThat(events).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("example can't start", "count (FOOTLIGHTS_COUNT): \"many\" is not a whole number")
                .doesNotContain("Exception");
    }

    @Test
    void printConfigShowsTheResultAndStartsNothing() throws Exception {
        Path yaml = Files.writeString(folder.resolve("settings.yaml"), "count: 9\nkey: hunter2\n");

        int code = run(
                (settings, lifecycle) -> events.add("started"),
                Map.of(),
                "--config",
                yaml.toString(),
                "--print-config");

        assertThat(code).isEqualTo(ServiceMain.CLEAN);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("count: 9", "***")
                .doesNotContain("hunter2");
        assertThat(events).isEmpty();
    }

    @Test
    void helpListsTheSettings() {
        assertThat(run((settings, lifecycle) -> events.add("started"), Map.of(), "--help"))
                .isEqualTo(ServiceMain.CLEAN);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("--config FILE", "FOOTLIGHTS_COUNT");
    }

    @Test
    void versionIsOneLine() {
        assertThat(run((settings, lifecycle) -> events.add("started"), Map.of(), "--version"))
                .isEqualTo(ServiceMain.CLEAN);
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("example ").containsOnlyOnce("\n");
    }

    @Test
    void anUnknownArgumentIsMisuse() {
        assertThat(run((settings, lifecycle) -> events.add("started"), Map.of(), "--verbose"))
                .isEqualTo(ServiceMain.MISUSED);
        assertThat(run((settings, lifecycle) -> events.add("started"), Map.of(), "--config"))
                .isEqualTo(ServiceMain.MISUSED);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--verbose", "Usage:");
    }

    private int run(ServiceMain.Starter<Settings> starter, Map<String, String> environment, String... arguments) {
        return new ServiceMain<>("example", Settings.class, starter)
                .execute(new Lifecycle(), environment, printer(out), printer(err), arguments);
    }

    private static PrintStream printer(ByteArrayOutputStream target) {
        return new PrintStream(target, true, StandardCharsets.UTF_8);
    }
}
