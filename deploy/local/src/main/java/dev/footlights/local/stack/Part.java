package dev.footlights.local.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A process of the stack.
 *
 * @param name of one word, as in the terminal, in the state file and in the log's name
 * @param command the program and its arguments
 * @param environment added to the launcher's
 * @param ports that it listens on
 * @param log where its output goes
 * @param address what to call it by, for people
 * @param readiness when it can be used
 */
public record Part(
        String name,
        List<String> command,
        Map<String, String> environment,
        List<Integer> ports,
        Path log,
        String address,
        Readiness readiness) {
    public Part {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        ports = List.copyOf(ports);
    }
}
