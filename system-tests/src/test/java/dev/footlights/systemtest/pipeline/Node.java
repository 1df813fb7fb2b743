package dev.footlights.systemtest.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs Node programs. */
public final class Node {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private Node() {}

    /**
     * How it ended.
     *
     * @param output what it printed, errors included
     */
    public record Result(int status, String output) {}

    /**
     * Runs a program of the tests' own with lines to read.
     *
     * @throws IllegalStateException with its output when it fails
     */
    public static List<String> pipe(List<String> input, String... arguments) {
        try {
            Path lines = Files.write(Files.createTempFile("footlights-test-", ".txt"), input);
            List<String> command = new ArrayList<>(List.of("node"));
            command.addAll(Arrays.asList(arguments));
            Result result = ChildProcess.start(new ProcessBuilder(command)
                            .directory(Tree.root().resolve("system-tests").toFile())
                            .redirectInput(lines.toFile()))
                    .await(PATIENCE);
            Files.delete(lines);
            if (result.status() != 0) {
                throw new IllegalStateException(command + " ended with " + result.status() + ":\n" + result.output());
            }
            return result.output().lines().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Runs {@code node} with arguments in a folder and waits for its end. */
    public static Result run(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of("node"));
        command.addAll(Arrays.asList(arguments));
        return ChildProcess.start(new ProcessBuilder(command).directory(folder.toFile()))
                .await(PATIENCE);
    }
}
