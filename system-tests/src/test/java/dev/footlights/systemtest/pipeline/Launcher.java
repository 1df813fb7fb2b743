package dev.footlights.systemtest.pipeline;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/**
 * The launcher on a home and ports of its own.
 *
 * @param program what to start, the launcher's arguments following
 * @param tree the source tree it starts from
 * @param home where its data lies
 * @param base first of its ports
 * @param settings environment beside home and ports
 */
public record Launcher(List<String> program, Path tree, Path home, int base, Map<String, String> settings) {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** The built launcher, without the script in front that would build first. */
    public static Launcher built(Path home, int base, Map<String, String> settings) {
        Path tree = Tree.root();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String jar = tree.resolve("deploy/local/target/local.jar").toString();
        return new Launcher(
                List.of(
                        java,
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-jar",
                        jar),
                tree,
                home,
                base,
                settings);
    }

    /** The script {@code ./footlights} of a tree. */
    public static Launcher script(Path tree, Path home, int base, Map<String, String> settings) {
        return new Launcher(List.of(tree.resolve("footlights").toString()), tree, home, base, settings);
    }

    /** Starts a command and doesn't wait for it. */
    public ChildProcess start(String... arguments) {
        List<String> command = new ArrayList<>(program);
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder process = new ProcessBuilder(command).directory(tree.toFile());
        process.environment().keySet().removeIf(name -> name.startsWith("FOOTLIGHTS_"));
        process.environment().putAll(environment());
        return ChildProcess.start(process);
    }

    /** Runs a command to its end. */
    public Node.Result run(String... arguments) {
        return start(arguments).await(PATIENCE);
    }

    /**
     * Waits until all three services are ready.
     *
     * @throws IllegalStateException with the launcher's output when it ends before
     */
    public void awaitReady(ChildProcess up) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
            if (!up.alive()) {
                throw new IllegalStateException("The launcher has ended:\n" + up.output());
            }
            return Http.isOk(ingest("/health/ready"))
                    && Http.isOk(query("/health/ready"))
                    && Http.isOk(streams("/health/ready"));
        });
    }

    public URI ingest(String path) {
        return at(0, path);
    }

    public URI query(String path) {
        return at(1, path);
    }

    /** The embedded ClickHouse, over HTTP. */
    public URI clickHouse(String path) {
        return at(2, path);
    }

    public URI registry(String path) {
        return at(4, path);
    }

    public URI streams(String path) {
        return at(5, path);
    }

    /** Where Kafka listens. */
    public String kafka() {
        return settings.getOrDefault("FOOTLIGHTS_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + (base + 3));
    }

    /** Base URL of the registry's Confluent API. */
    public String registryUrl() {
        return settings.getOrDefault(
                "FOOTLIGHTS_REGISTRY_URLS", registry("/apis/ccompat/v7").toString());
    }

    private URI at(int offset, String path) {
        return URI.create("http://127.0.0.1:" + (base + offset) + path);
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("FOOTLIGHTS_HOME", home.toString());
        environment.put("FOOTLIGHTS_PORT_BASE", Integer.toString(base));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        return environment;
    }
}
