package dev.footlights.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footlights.systemtest.pipeline.Node;
import dev.footlights.systemtest.pipeline.Tree;
import org.junit.jupiter.api.Test;

/** The recount's own tests: its counting against figures worked out by hand, its compare against planted faults. */
class RecountTest {
    @Test
    void countsRightAndFindsPlantedFaults() {
        Node.Result result = Node.run(
                Tree.root().resolve("system-tests"), "--test", "recount/count.test.mjs", "recount/compare.test.mjs");

        assertThat(result.status()).as(result.output()).isZero();
        assertThat(result.output()).contains("# fail 0").doesNotContain("# pass 0");
    }
}
