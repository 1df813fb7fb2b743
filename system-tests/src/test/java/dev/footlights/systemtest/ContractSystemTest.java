package dev.footlights.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footlights.systemtest.pipeline.Node;
import dev.footlights.systemtest.pipeline.RunningDemo;
import dev.footlights.systemtest.pipeline.Tree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every operation of the query API's document, asked of the demo: the answers are as the document says, and hold nothing else. */
@ExtendWith(RunningDemo.Shared.class)
class ContractSystemTest {
    @Test
    void answersAreAsTheDocumentSays(RunningDemo demo) {
        Node.Result result = Node.run(
                Tree.root().resolve("system-tests"),
                "contract/answers.live.mjs",
                "--api",
                demo.launcher().query("").toString());

        assertThat(result.status()).as(result.output()).isZero();
        assertThat(result.output()).contains("# fail 0").doesNotContain("# pass 0");
    }
}
