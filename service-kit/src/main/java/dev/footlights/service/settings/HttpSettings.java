package dev.footlights.service.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;

/**
 * The HTTP server of a service.
 *
 * @param port 0 takes a free one
 * @param maxConnections beyond it new connections wait in the system's backlog
 * @param headerBytes of a request's first line and headers together, beyond it 414 or 431
 * @param idleTimeout without a byte either way, a connection is closed
 * @param headerTimeout from the first byte of a request to the end of its headers, else 408
 * @param bodyTimeout for a whole body, else 408
 * @param drainDelay how long a stopping service still serves while it says that it isn't ready
 * @param stopTimeout how long requests in flight may take to finish at a stop
 * @param corsAllowedOrigins origins whose pages may call; {@code *} for any; none by default
 */
public record HttpSettings(
        @Default("127.0.0.1") String host,
        @Default("8480") int port,
        @Default("4096") int maxConnections,
        @Default("16384") int headerBytes,
        @Default("PT30S") Duration idleTimeout,
        @Default("PT10S") Duration headerTimeout,
        @Default("PT30S") Duration bodyTimeout,
        @Default("PT0S") Duration drainDelay,
        @Default("PT10S") Duration stopTimeout,
        List<String> corsAllowedOrigins) {

    public HttpSettings {
        Require.that(!host.isBlank(), "host", "is empty");
        Require.between("port", port, 0, 65_535);
        Require.between("maxConnections", maxConnections, 1, 1_000_000);
        Require.between("headerBytes", headerBytes, 1_024, 1 << 20);
        Require.positive("idleTimeout", idleTimeout);
        Require.positive("headerTimeout", headerTimeout);
        Require.positive("bodyTimeout", bodyTimeout);
        Require.notNegative("drainDelay", drainDelay);
        Require.positive("stopTimeout", stopTimeout);
        corsAllowedOrigins = List.copyOf(corsAllowedOrigins);
    }

    /** Everything as by default, on a free port: for tests. */
    public static HttpSettings onFreePort() {
        return SettingsReader.defaults(HttpSettings.class).withPort(0);
    }

    /** Whether only this machine reaches it; an address that can't be resolved counts as reached by others. */
    public boolean onLoopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    public HttpSettings withPort(int newPort) {
        return new HttpSettings(
                host,
                newPort,
                maxConnections,
                headerBytes,
                idleTimeout,
                headerTimeout,
                bodyTimeout,
                drainDelay,
                stopTimeout,
                corsAllowedOrigins);
    }
}
