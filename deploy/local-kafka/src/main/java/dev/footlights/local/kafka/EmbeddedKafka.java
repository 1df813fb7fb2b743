package dev.footlights.local.kafka;

import ch.qos.logback.classic.Level;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Kafka broker (KRaft, broker and controller in one) that listens on loopback only.
 *
 * <p>The data directory is formatted at the first start and kept: a broker started on it again has its topics and
 * records.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private static final String HOST = "127.0.0.1";

    private final KafkaRaftServer server;
    private final int port;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedKafka(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a broker and returns once it takes requests.
     *
     * @param dataDir where it keeps its data; made when missing
     * @param port for clients; 0 takes a free one
     * @param controllerPort for the controller; 0 takes a free one
     * @throws IllegalStateException when the data directory can't be formatted or a port is taken
     */
    public static EmbeddedKafka start(Path dataDir, int port, int controllerPort) {
        int clientPort = port == 0 ? freePort() : port;
        Properties properties =
                BrokerProperties.of(dataDir, clientPort, controllerPort == 0 ? freePort() : controllerPort);
        format(dataDir, properties);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
        try {
            server.startup();
        } catch (RuntimeException e) {
            server.shutdown();
            throw new IllegalStateException(
                    "Kafka did not start on ports " + clientPort + " and its controller's: " + e.getMessage(), e);
        }
        return new EmbeddedKafka(server, clientPort);
    }

    /** Host and port, as clients take it in {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return HOST + ":" + port;
    }

    /** Stops the broker cleanly; a second call does nothing. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            server.shutdown();
            server.awaitShutdown();
        }
    }

    /**
     * Runs a broker as a process of its own until SIGTERM, after which it exits with 0.
     *
     * @param args {@code --data DIR --port N --controller-port N}
     */
    public static void main(String[] args) throws InterruptedException {
        Arguments arguments;
        try {
            arguments = Arguments.parse(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(Level.WARN);
        }
        EmbeddedKafka kafka = start(arguments.dataDir(), arguments.port(), arguments.controllerPort());
        System.out.println("Kafka listens on " + kafka.bootstrapServers());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(kafka), "stop-kafka"));
        new CountDownLatch(1).await();
    }

    /** A JVM stopped by SIGTERM would exit with 143; a clean stop is a success. */
    private static void stop(EmbeddedKafka kafka) {
        kafka.close();
        Runtime.getRuntime().halt(0);
    }

    private static void format(Path dataDir, Properties properties) {
        try {
            Files.createDirectories(dataDir);
            if (Files.exists(dataDir.resolve("meta.properties"))) {
                return;
            }
            Path file = Files.createTempFile("kafka", ".properties");
            try {
                try (var out = Files.newOutputStream(file)) {
                    properties.store(out, null);
                }
                formatWith(file, dataDir);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void formatWith(Path file, Path dataDir) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String[] command = {
            "format", "--cluster-id", Uuid.randomUuid().toString(), "--config", file.toString(), "--ignore-formatted"
        };
        int status;
        try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            status = StorageTool.execute(command, out);
        }
        if (status != 0) {
            throw new IllegalStateException("Kafka's data directory " + dataDir + " could not be formatted: "
                    + said.toString(StandardCharsets.UTF_8));
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
