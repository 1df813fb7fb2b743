package dev.footlights.systemtest.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;

/** The source tree that the tests run in. */
public final class Tree {
    private Tree() {}

    /** The folder of the root pom. */
    public static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("system-tests")) && Files.isDirectory(folder.resolve("schemas"))) {
                return folder;
            }
        }
        throw new IllegalStateException("Run the tests inside the source tree.");
    }
}
