package dev.footlights.local.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What runs on a home, written for {@code status} and {@code down} in other terminals.
 *
 * @param launcher the process of {@code up}
 * @param portBase of its ports
 * @param expected the parts that belong to the stack
 * @param parts the living ones by name
 */
public record RunFile(Entry launcher, int portBase, Set<String> expected, Map<String, Entry> parts) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A process, told from a later one with the same pid by its time of start.
     *
     * @param started epoch milliseconds, 0 where the system doesn't tell
     */
    public record Entry(long pid, long started) {
        /** The process with this pid now. */
        public static Entry of(long pid) {
            return new Entry(pid, ProcessHandle.of(pid).map(Entry::startOf).orElse(0L));
        }

        /** The process, while it lives. */
        public Optional<ProcessHandle> process() {
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(handle -> startOf(handle) == started);
        }

        private static long startOf(ProcessHandle handle) {
            return handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        }
    }

    public RunFile {
        expected = Set.copyOf(expected);
        parts = Map.copyOf(parts);
    }

    /**
     * What was written last on this home; empty when nothing was or when it was cut off.
     *
     * @throws StackException when it can't be read
     */
    public static Optional<RunFile> read(Home home) {
        try {
            ObjectNode tree = (ObjectNode) JSON.readTree(Files.readAllBytes(home.runFile()));
            Map<String, Entry> parts = new LinkedHashMap<>();
            tree.path("parts")
                    .properties()
                    .forEach(part -> parts.put(part.getKey(), entry((ObjectNode) part.getValue())));
            Set<String> expected = new LinkedHashSet<>();
            tree.path("expected").forEach(name -> expected.add(name.asText()));
            return Optional.of(new RunFile(
                    entry((ObjectNode) tree.path("launcher")),
                    tree.path("portBase").asInt(),
                    expected,
                    parts));
        } catch (NoSuchFileException nothingRan) {
            return Optional.empty();
        } catch (IOException | ClassCastException unreadable) {
            throw new StackException(
                    home.runFile() + " can't be read (" + unreadable + "). If nothing runs, delete it.", unreadable);
        }
    }

    /** Replaces the file in one step. */
    void write(Home home) {
        ObjectNode tree = JSON.createObjectNode();
        tree.set("launcher", node(launcher));
        tree.put("portBase", portBase);
        ArrayNode names = tree.putArray("expected");
        expected.stream().sorted().forEach(names::add);
        ObjectNode living = tree.putObject("parts");
        parts.forEach((name, entry) -> living.set(name, node(entry)));
        try {
            Path draft = home.runFile().resolveSibling("run.json.new");
            Files.write(draft, JSON.writeValueAsBytes(tree));
            Files.move(draft, home.runFile(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException("Can't write " + home.runFile(), failure);
        }
    }

    static void delete(Home home) {
        try {
            Files.deleteIfExists(home.runFile());
        } catch (IOException failure) {
            throw new UncheckedIOException("Can't delete " + home.runFile(), failure);
        }
    }

    private static Entry entry(ObjectNode node) {
        return new Entry(node.path("pid").asLong(), node.path("started").asLong());
    }

    private static ObjectNode node(Entry entry) {
        return JSON.createObjectNode().put("pid", entry.pid()).put("started", entry.started());
    }
}
