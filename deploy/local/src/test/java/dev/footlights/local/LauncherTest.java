package dev.footlights.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class LauncherTest {
    private static final Path SCRIPT = Path.of("../../footlights");

    @Test
    void everyCommandHasAHelpThatSaysWhatItDoes() {
        Footlights.commandLine().getSubcommands().entrySet().stream()
                .flatMap(command ->
                        Stream.concat(Stream.of(command), command.getValue().getSubcommands().entrySet().stream()))
                .filter(command -> !command.getKey().equals("help"))
                .forEach(command -> {
                    assertThat(command.getValue().getUsageMessage())
                            .contains("Usage: footlights ", command.getKey(), "-h, --help");
                    assertThat(command.getValue()
                                    .getCommandSpec()
                                    .usageMessage()
                                    .description())
                            .isNotEmpty();
                });
        assertThat(Footlights.commandLine().getSubcommands().keySet())
                .contains("up", "status", "down", "send", "demo", "migrate", "reconcile", "schemas");
    }

    @Test
    void wrongUseIsStatusTwoWithTheUsage() {
        // Given
        CommandLine line = Footlights.commandLine();
        StringWriter said = new StringWriter();
        line.setErr(new PrintWriter(said));

        // When
        int status = line.execute("send", "--format", "carrier-pigeon", "file");

        // Then
        assertThat(status).isEqualTo(2);
        assertThat(said.toString()).contains("carrier-pigeon", "Usage: footlights send");
    }

    @Test
    void theScriptIsValidBash() throws Exception {
        assertThat(run("bash", "-n", SCRIPT.toString())).isZero();
    }

    @Test
    void theScriptHasNoFindingsOfShellcheck() throws Exception {
        Assumptions.assumeTrue(run("sh", "-c", "command -v shellcheck") == 0, "shellcheck is not installed");
        assertThat(run("shellcheck", SCRIPT.toString())).isZero();
    }

    private static int run(String... command) throws Exception {
        Process process = new ProcessBuilder(List.of(command)).inheritIO().start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
