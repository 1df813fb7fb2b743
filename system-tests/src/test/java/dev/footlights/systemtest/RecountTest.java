package dev.footlights.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footlights.systemtest.pipeline.Node;
import dev.footlights.systemtest.pipeline.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The recount's own tests: its counting against figures worked out by hand, its compare against planted faults. */
class RecountTest {
    @Test
    void countsRightAndFindsPlantedFaults() throws IOException {
        Path folder = Tree.root().resolve("system-tests");
        List<String> arguments = new ArrayList<>(List.of("--test"));
        try (Stream<Path> files = Files.walk(folder.resolve("recount"))) {
            files.map(Path::toString).filter(file -> file.endsWith(".test.mjs")).forEach(arguments::add);
        }
        assertThat(arguments).hasSizeGreaterThan(5);

        Node.Result result = Node.run(folder, arguments.toArray(String[]::new));

        assertThat(result.status()).as(result.output()).isZero();
        assertThat(result.output()).contains("# fail 0").doesNotContain("# pass 0");
    }
}
