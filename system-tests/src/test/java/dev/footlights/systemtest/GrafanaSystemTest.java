package dev.footlights.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footlights.systemtest.pipeline.ChildProcess;
import dev.footlights.systemtest.pipeline.Launcher;
import dev.footlights.systemtest.pipeline.Node;
import dev.footlights.systemtest.pipeline.RunningDemo;
import dev.footlights.systemtest.pipeline.Tree;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every query of the Grafana dashboards and alert rules, run against the demo as Grafana's plugins run them. */
@ExtendWith(RunningDemo.Shared.class)
class GrafanaSystemTest {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @ParameterizedTest
    @ValueSource(strings = {"executive", "team", "feature", "templates", "finding", "onboarding", "operations"})
    void everyPanelVariableAndAnnotationHasAnAnswer(String dashboard, RunningDemo demo) {
        assertHolds(demo, "dashboard.live.mjs", "--dashboard", dashboard);
    }

    @Test
    void everyAlertRuleIsEvaluatedAndCanFire(RunningDemo demo) {
        assertHolds(demo, "alerts.live.mjs");
    }

    @Test
    void whatIsGrantedOfClickHouseIsEnoughAndNoMore(RunningDemo demo) {
        assertHolds(demo, "access.live.mjs");
    }

    @Test
    void clickHouseEnforcesWhatIsGranted() {
        assertPasses(List.of("node", "grafana/granted.live.mjs"));
    }

    private static void assertHolds(RunningDemo demo, String program, String... more) {
        Launcher launcher = demo.launcher();
        List<String> command = new ArrayList<>(List.of("node", "grafana/" + program));
        command.addAll(List.of(more));
        Map<String, URI> places = Map.of(
                "--ingest", launcher.ingest(""),
                "--api", launcher.query(""),
                "--clickhouse", launcher.clickHouse(""),
                "--streams", launcher.streams(""));
        places.forEach((option, place) -> command.addAll(List.of(option, place.toString())));
        assertPasses(command);
    }

    private static void assertPasses(List<String> command) {
        Node.Result result = ChildProcess.start(environment(new ProcessBuilder(command))
                        .directory(Tree.root().resolve("system-tests").toFile()))
                .await(PATIENCE);
        assertThat(result.status()).as(result.output()).isZero();
        assertThat(result.output()).contains("# fail 0").doesNotContain("# pass 0");
    }

    /** Programs that start Java take this one. */
    private static ProcessBuilder environment(ProcessBuilder process) {
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return process;
    }
}
