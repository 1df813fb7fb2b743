package dev.footlights.local.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What other tools tell in the demo, each in the order it is sent.
 *
 * @param outcomes how template runs ended
 * @param checks what maturity checks found
 * @param annotations of the weeks
 */
public record DemoReports(List<ObjectNode> outcomes, List<ObjectNode> checks, List<ObjectNode> annotations) {
    public DemoReports {
        outcomes = List.copyOf(outcomes);
        checks = List.copyOf(checks);
        annotations = List.copyOf(annotations);
    }

    /** How many go to the ingest service. */
    public int count() {
        return outcomes.size() + checks.size();
    }

    /** Writes a file of each, a line per report. */
    public void write(Path folder) {
        write(outcomes, folder.resolve("template-outcomes.ndjson"));
        write(checks, folder.resolve("check-results.ndjson"));
        write(annotations, folder.resolve("annotations.ndjson"));
    }

    private static void write(List<ObjectNode> reports, Path file) {
        try {
            Files.write(file, reports.stream().map(ObjectNode::toString).toList());
        } catch (IOException failure) {
            throw new UncheckedIOException("Can't write the demo's reports to " + file, failure);
        }
    }
}
