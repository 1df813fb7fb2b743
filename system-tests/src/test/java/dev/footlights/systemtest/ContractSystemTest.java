package dev.footlights.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footlights.systemtest.pipeline.ChildProcess;
import dev.footlights.systemtest.pipeline.Node;
import dev.footlights.systemtest.pipeline.RunningDemo;
import dev.footlights.systemtest.pipeline.Tree;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The demo's answers are what the API's own document says, field by field. */
@ExtendWith(RunningDemo.Shared.class)
class ContractSystemTest {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Test
    void everyOperationAnswersAsIsDescribed(RunningDemo demo) {
        String api = demo.launcher().query("").toString();
        Node.Result result = ChildProcess.start(new ProcessBuilder("node", "contract/answers.live.mjs", "--api", api)
                        .directory(Tree.root().resolve("system-tests").toFile()))
                .await(PATIENCE);
        assertThat(result.status()).as(result.output()).isZero();
        assertThat(result.output()).contains("# fail 0").doesNotContain("# pass 0");
    }
}
