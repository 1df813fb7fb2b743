package dev.footlights.service.http;

import dev.footlights.service.settings.HttpSettings;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Executors;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.EventsHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An HTTP/1.1 server with every size, number and wait bounded. Handlers run on virtual threads, one per request. */
public final class HttpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    private static final int SELECTOR_THREADS = 16;
    /** While connections are at their limit, those without traffic for this long make room. */
    private static final long IDLE_WHEN_FULL_MILLIS = 2_000;

    private final Server server;
    private final ServerConnector connector;
    private final HttpSettings settings;
    private final Router router;
    private final ConnectionWatch watch;
    private final Draining draining;

    private HttpServer(
            HttpSettings settings,
            Router router,
            Server server,
            ServerConnector connector,
            ConnectionWatch watch,
            Draining draining) {
        this.settings = settings;
        this.router = router;
        this.server = server;
        this.connector = connector;
        this.watch = watch;
        this.draining = draining;
    }

    /** Called once when a stop begins, while requests are still served: readiness goes off here. */
    @FunctionalInterface
    public interface Draining {
        void begins();
    }

    /** A server without metrics or readiness: for tests. */
    public static HttpServer start(HttpSettings settings, Router router) throws IOException {
        return start(settings, router, RequestObserver.NONE, () -> {});
    }

    /**
     * Starts to listen.
     *
     * @throws IOException if the address can't be bound; the message names it
     */
    public static HttpServer start(HttpSettings settings, Router router, RequestObserver observer, Draining draining)
            throws IOException {
        QueuedThreadPool threads = new QueuedThreadPool(SELECTOR_THREADS);
        threads.setName("http");
        threads.setVirtualThreadsExecutor(Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("http-", 0).factory()));
        Server server = new Server(threads);
        server.setStopTimeout(settings.stopTimeout().toMillis());
        server.setErrorHandler(new JettyErrors(observer));
        ServerConnector connector =
                new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration(settings)));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(settings.idleTimeout().toMillis());
        connector.setShutdownIdleTimeout(settings.stopTimeout().toMillis());
        server.addConnector(connector);
        NetworkConnectionLimit limit = new NetworkConnectionLimit(settings.maxConnections(), connector);
        limit.setEndPointIdleTimeout(
                Math.min(IDLE_WHEN_FULL_MILLIS, settings.idleTimeout().toMillis()));
        server.addBean(limit);
        ConnectionWatch watch = new ConnectionWatch(connector, settings.headerTimeout());
        connector.addBean(watch);
        Dispatcher dispatcher = new Dispatcher(router, new CrossOrigin(settings.corsAllowedOrigins()));
        JettyHandler handler = new JettyHandler(dispatcher, observer, settings.bodyTimeout(), watch::closing);
        server.setHandler(new GracefulHandler(new RequestBounds(watch, handler)));
        HttpServer started = new HttpServer(settings, router, server, connector, watch, draining);
        started.open();
        return started;
    }

    private static HttpConfiguration configuration(HttpSettings settings) {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setRequestHeaderSize(settings.headerBytes());
        configuration.setHttpCompliance(HttpCompliance.RFC9110);
        configuration.setUriCompliance(UriCompliance.RFC3986);
        // What a handler leaves unread is read by Unread, within its bounds.
        configuration.setMaxUnconsumedRequestContentReads(4);
        return configuration;
    }

    /** Tells {@link ConnectionWatch} when a connection is within a request. */
    private static final class RequestBounds extends EventsHandler {
        private final ConnectionWatch watch;

        RequestBounds(ConnectionWatch watch, org.eclipse.jetty.server.Handler handler) {
            super(handler);
            this.watch = watch;
        }

        @Override
        protected void onBeforeHandling(org.eclipse.jetty.server.Request request) {
            watch.begins(endPoint(request));
        }

        @Override
        protected void onComplete(
                org.eclipse.jetty.server.Request request,
                int status,
                org.eclipse.jetty.http.HttpFields headers,
                Throwable failure) {
            watch.ends(endPoint(request));
        }

        private static EndPoint endPoint(org.eclipse.jetty.server.Request request) {
            return request.getConnectionMetaData().getConnection().getEndPoint();
        }
    }

    private void open() throws IOException {
        try {
            server.start();
        } catch (Exception exception) {
            stopServer();
            throw new IOException(
                    "can't listen on " + settings.host() + ":" + settings.port() + " (http.host, http.port): "
                            + exception.getMessage(),
                    exception);
        }
        LOG.atInfo().addKeyValue("url", url()).log("listening");
    }

    /** Where it listens, with the port that was really taken. */
    public URI url() {
        return URI.create("http://" + (settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host())
                + ":" + port());
    }

    public int port() {
        return connector.getLocalPort();
    }

    /** The patterns of the paths that take a method, such as {@code /api/v1/kpis/{id}}. */
    public List<String> patterns(String method) {
        return router.patterns(method);
    }

    /**
     * Stops in order: says it isn't ready, goes on serving for the drain delay, takes no more connections, lets requests
     * in flight finish within the stop timeout, closes.
     */
    @Override
    public void close() {
        draining.begins();
        try {
            Thread.sleep(settings.drainDelay());
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
        }
        watch.close();
        stopServer();
    }

    private void stopServer() {
        try {
            server.stop();
        } catch (Exception exception) {
            LOG.atWarn().setCause(exception).log("some requests did not finish before the stop");
        }
    }
}
