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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tests of what is written in JavaScript, each folder's with planted faults. */
class ScriptsTest {
    @ParameterizedTest
    @CsvSource({"recount,6", "kpi-document,1", "grafana,5", "contract,1"})
    void holdAndFindPlantedFaults(String scripts, int leastFiles) throws IOException {
        Path folder = Tree.root().resolve("system-tests");
        List<String> arguments = new ArrayList<>(List.of("--test"));
        try (Stream<Path> files = Files.walk(folder.resolve(scripts))) {
            files.map(Path::toString).filter(file -> file.endsWith(".test.mjs")).forEach(arguments::add);
        }
        assertThat(arguments).hasSizeGreaterThan(leastFiles);

        Node.Result result = Node.run(folder, arguments.toArray(String[]::new));

        assertThat(result.status()).as(result.output()).isZero();
        assertThat(result.output()).contains("# fail 0").doesNotContain("# pass 0");
    }
}
