package dev.footlights.local.stack;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The built source tree that the parts are started from.
 *
 * @param root the folder of the root pom
 */
public record Installation(Path root) {
    /**
     * The tree that this class's jar was built in.
     *
     * @throws StackException when the jar has been moved out of a built tree
     */
    public static Installation locate() {
        try {
            Path own = Path.of(Installation.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            for (Path folder = own; folder != null; folder = folder.getParent()) {
                if (Files.isRegularFile(folder.resolve("footlights"))
                        && Files.isRegularFile(folder.resolve("pom.xml"))) {
                    return new Installation(folder);
                }
            }
            throw new StackException(
                    own + " is not inside a built source tree. Start it with ./footlights from the source tree.");
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The {@code java} that runs this process. */
    public String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The launcher's own jar; its manifest brings Kafka's and ClickHouse's libraries. */
    public Path localJar() {
        return present(root.resolve("deploy/local/target/local.jar"));
    }

    /** The jar of a service. */
    public Path serviceJar(String module) {
        return present(root.resolve(module).resolve("target").resolve(module + ".jar"));
    }

    /** The jar that starts the schema registry. */
    public Path registryJar() {
        return present(root.resolve("deploy/local/target/apicurio/quarkus-run.jar"));
    }

    private static Path present(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new StackException(file + " is missing. Build it: mvn -DskipTests package");
        }
        return file;
    }
}
