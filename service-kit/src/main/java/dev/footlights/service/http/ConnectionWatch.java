package dev.footlights.service.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Ends connections whose headers don't arrive in time, and at a stop those that wait for a next request. The idle timeout
 * alone does neither: a byte now and then keeps a connection from being idle, and a kept connection would hold up the stop.
 */
final class ConnectionWatch extends AbstractLifeCycle implements Connection.Listener {
    private static final long SWEEP_MILLIS = 100;
    private static final byte[] ANSWER =
            "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private final ServerConnector connector;
    private final long timeoutNanos;
    private final Map<EndPoint, Progress> connections = new ConcurrentHashMap<>();
    private volatile boolean closing;
    private volatile Scheduler.Task next = () -> false;

    ConnectionWatch(ServerConnector connector, Duration timeout) {
        this.connector = connector;
        this.timeoutNanos = timeout.toNanos();
    }

    private static final class Progress {
        private final Connection connection;
        private volatile boolean inRequest;
        private volatile boolean first = true;
        private volatile long bytesAtRest;
        private volatile long sinceNanos = System.nanoTime();

        Progress(Connection connection) {
            this.connection = connection;
        }

        /** Whether part of a request's headers, and no more, has been here for longer than allowed. */
        boolean tooSlow(long now, long timeoutNanos) {
            if (inRequest) {
                return false;
            }
            if (!first && nothingNew()) {
                sinceNanos = now;
            }
            return now - sinceNanos > timeoutNanos;
        }

        boolean waits() {
            return !inRequest && nothingNew();
        }

        private boolean nothingNew() {
            return connection.getBytesIn() <= bytesAtRest;
        }
    }

    @Override
    public void onOpened(Connection connection) {
        connections.put(connection.getEndPoint(), new Progress(connection));
    }

    @Override
    public void onClosed(Connection connection) {
        connections.remove(connection.getEndPoint());
    }

    /** The headers of a request are complete. */
    void begins(EndPoint endPoint) {
        Progress progress = connections.get(endPoint);
        if (progress != null) {
            progress.inRequest = true;
        }
    }

    /** The request is over; what comes next are the headers of another. */
    void ends(EndPoint endPoint) {
        Progress progress = connections.get(endPoint);
        if (progress != null) {
            progress.bytesAtRest = progress.connection.getBytesIn();
            progress.sinceNanos = System.nanoTime();
            progress.first = false;
            progress.inRequest = false;
        }
    }

    /** From now on connections that wait for a request are closed. */
    void close() {
        closing = true;
    }

    boolean closing() {
        return closing;
    }

    @Override
    protected void doStart() {
        scheduleNext();
    }

    @Override
    protected void doStop() {
        next.cancel();
    }

    private void scheduleNext() {
        next = connector.getScheduler().schedule(this::sweep, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void sweep() {
        long now = System.nanoTime();
        connections.forEach((endPoint, progress) -> {
            if (progress.tooSlow(now, timeoutNanos)) {
                connections.remove(endPoint);
                refuse(endPoint);
            } else if (closing && progress.waits()) {
                endPoint.close();
            }
        });
        if (isRunning()) {
            scheduleNext();
        }
    }

    private static void refuse(EndPoint endPoint) {
        try {
            endPoint.write(Callback.from(endPoint::close, failure -> endPoint.close()), ByteBuffer.wrap(ANSWER));
        } catch (RuntimeException writePending) {
            endPoint.close();
        }
    }
}
