package dev.footlights.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.footlights.systemtest.pipeline.Node;
import dev.footlights.systemtest.pipeline.RunningDemo;
import dev.footlights.systemtest.pipeline.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The web page in Chromium, view by view. Without an installed Chromium they fail, unless the environment says
 * {@code FOOTLIGHTS_CHROMIUM=none}. Pictures of each view lie in {@code system-tests/target/page} afterwards.
 */
@ExtendWith(RunningDemo.Shared.class)
class PageSystemTest {
    private static final Path FOLDER = Tree.root().resolve("system-tests");

    static List<String> views() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve("page/views"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".test.mjs"))
                    .map(file -> file.replace(".test.mjs", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("views")
    void eachViewShowsWhatTheApiSaysAndCanBeUsedByEverybody(String view, RunningDemo demo) {
        Node.Result result = run(demo, "page/views/" + view + ".test.mjs");

        assertThat(result.status()).as(result.output()).isZero();
        assertThat(result.output()).contains("# fail 0").doesNotContain("# pass 0");
    }

    /** A measurement, not a limit: the clock of a shared machine fails nobody. */
    @Test
    void theFirstViewIsMeasured(RunningDemo demo) {
        Node.Result result = run(demo, "page/first-view.mjs");

        assertThat(result.status()).as(result.output()).isZero();
        assertThat(result.output()).contains("First view: median ");
        System.out.println(result.output());
    }

    private static Node.Result run(RunningDemo demo, String script) {
        assumeFalse("none".equals(System.getenv("FOOTLIGHTS_CHROMIUM")), "FOOTLIGHTS_CHROMIUM=none: no browser here");
        return Node.run(FOLDER, script, "--api", demo.launcher().query("").toString());
    }
}
