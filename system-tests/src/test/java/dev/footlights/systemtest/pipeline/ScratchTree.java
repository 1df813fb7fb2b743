package dev.footlights.systemtest.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A copy of the built tree with a home of its own, gone when closed. */
public final class ScratchTree implements AutoCloseable {
    private final Path folder;
    private final Path tree;

    public ScratchTree() throws IOException {
        folder = Files.createTempDirectory("footlights-scratch-");
        tree = folder.resolve("tree");
        TreeCopy.make(Tree.root(), tree);
        markAsBuilt(tree.resolve("deploy/local/target/built"));
    }

    /** The run that these tests belong to has just built it; Maven leaves jars alone whose classes didn't change. */
    private static void markAsBuilt(Path marker) throws IOException {
        Files.deleteIfExists(marker);
        Files.createFile(marker);
    }

    /** A folder for the test's files. */
    public Path folder() {
        return folder;
    }

    /**
     * The script of this tree, on free ports.
     *
     * @param home name of a home
     */
    public Launcher launcher(String home) {
        return Launcher.script(tree, folder.resolve(home), Ports.freeBase(), Map.of());
    }

    @Override
    public void close() throws IOException {
        Pipeline.delete(folder);
    }
}
