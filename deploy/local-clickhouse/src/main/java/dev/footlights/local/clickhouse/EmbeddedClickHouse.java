package dev.footlights.local.clickhouse;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * ClickHouse on this machine without a server to install: the engine from npm, answering ClickHouse's HTTP interface on
 * the loopback address. Any user and password are accepted. Once per process, and one process per data directory.
 *
 * <p>Sessions ({@code session_id}) are accepted but keep nothing between requests.
 */
public final class EmbeddedClickHouse implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedClickHouse.class);
    private static final long STOP_MILLIS = 10_000;
    private static final long IDLE_MILLIS = 600_000;
    private static final int MAX_HEADER_BYTES = 1 << 20;

    private final Engine engine;
    private final Server server;
    private final int port;

    private EmbeddedClickHouse(Engine engine, Server server, int port) {
        this.engine = engine;
        this.server = server;
        this.port = port;
    }

    /**
     * Starts ClickHouse on a data directory, which is made if missing and keeps what is stored.
     *
     * @param port to listen on, 0 for a free one
     * @throws EngineUnavailableException when the engine isn't installed, already runs in this process, or the directory
     *     or the port is in use
     */
    public static EmbeddedClickHouse start(Path dataDirectory, int port) {
        Engine engine = Engine.start(dataDirectory);
        try {
            Server server = server(engine, port);
            server.start();
            int bound = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
            LOG.info("ClickHouse version={} port={} data={}", engine.version(), bound, dataDirectory);
            return new EmbeddedClickHouse(engine, server, bound);
        } catch (Exception failure) {
            engine.close();
            throw new EngineUnavailableException(
                    "ClickHouse can't listen on port " + port + ": " + failure.getMessage(), failure);
        }
    }

    /** The port it listens on, on the loopback address. */
    public int port() {
        return port;
    }

    /** The URL for the ordinary JDBC driver. */
    public String jdbcUrl(String database) {
        return "jdbc:ch://127.0.0.1:" + port + "/" + database;
    }

    /** The URL of the HTTP interface, for client-v2 and curl. */
    public String httpUrl() {
        return "http://127.0.0.1:" + port;
    }

    /** Answers what has begun, then closes the engine; what is stored stays. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failure) {
            LOG.warn("ClickHouse port={} did not stop cleanly", port, failure);
        } finally {
            engine.close();
        }
    }

    /**
     * Runs ClickHouse as a process of its own until SIGTERM: {@code --data DIR --port N}. Exits with 2 for bad arguments
     * and 1 when it can't start.
     */
    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length != 4 || !arguments[0].equals("--data") || !arguments[2].equals("--port")) {
            System.err.println("usage: EmbeddedClickHouse --data DIR --port N");
            System.exit(2);
        }
        try {
            EmbeddedClickHouse clickHouse = start(Path.of(arguments[1]), Integer.parseInt(arguments[3]));
            Runtime.getRuntime().addShutdownHook(new Thread(clickHouse::close, "clickhouse-stop"));
            System.out.println("ClickHouse is ready on " + clickHouse.httpUrl());
        } catch (EngineUnavailableException | NumberFormatException failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        }
        new CountDownLatch(1).await();
    }

    private static Server server(Engine engine, int port) {
        QueuedThreadPool threads = new QueuedThreadPool(8, 2);
        threads.setName("clickhouse-http");
        threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
        Server server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        // A statement and its parameters may come in the URL.
        http.setRequestHeaderSize(MAX_HEADER_BYTES);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        server.setHandler(new GracefulHandler(new QueryHandler(engine)));
        server.setStopTimeout(STOP_MILLIS);
        return server;
    }
}
