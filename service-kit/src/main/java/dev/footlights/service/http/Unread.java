package dev.footlights.service.http;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.BufferUtil;

/**
 * Reads on for a moment after an answer that came before the end of the body. If the connection were closed at once,
 * the bytes still under way would make the system reset it, and the client would lose the answer.
 */
final class Unread {
    private static final long MOST_BYTES = 16L << 20;
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private Unread() {}

    static void discard(org.eclipse.jetty.server.Request request) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        long bytes = 0;
        while (bytes < MOST_BYTES && System.nanoTime() < deadline) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                awaitMore(request, deadline);
                continue;
            }
            bytes += BufferUtil.length(chunk.getByteBuffer());
            chunk.release();
            if (chunk.isLast() || Content.Chunk.isFailure(chunk)) {
                return;
            }
        }
    }

    private static void awaitMore(org.eclipse.jetty.server.Request request, long deadline) {
        CountDownLatch more = new CountDownLatch(1);
        request.demand(more::countDown);
        try {
            more.await(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
        }
    }
}
