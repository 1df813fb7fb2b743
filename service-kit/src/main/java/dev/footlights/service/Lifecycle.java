package dev.footlights.service;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a running service has to stop, and why it ended. Parts stop in the reverse order of their registration. */
public final class Lifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);

    private record Part(String name, AutoCloseable stop) {}

    private final Deque<Part> parts = new ArrayDeque<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicReference<Optional<Throwable>> failure = new AtomicReference<>(Optional.empty());

    /** Registers a part right after it was started, so that it is stopped even if a later part fails to start. */
    public synchronized <C extends AutoCloseable> C onStop(String name, C part) {
        parts.push(new Part(name, part));
        return part;
    }

    /** Ends the service with exit code 1: something it can't do without has failed for good. The first cause counts. */
    public void fail(Throwable cause) {
        if (failure.compareAndSet(Optional.empty(), Optional.of(cause))) {
            LOG.atError().setCause(cause).log("service failed");
        }
        ended.countDown();
    }

    /** Asks the service to end cleanly. */
    public void end() {
        ended.countDown();
    }

    /** What {@link #fail} was given. */
    public Optional<Throwable> failure() {
        return failure.get();
    }

    void awaitEnd() throws InterruptedException {
        ended.await();
    }

    /** Whether all parts have stopped within the time. */
    boolean awaitStopped(Duration limit) throws InterruptedException {
        return stopped.await(limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Stops every part; one that fails doesn't keep the others from stopping. */
    public void stop() {
        for (Optional<Part> part = next(); part.isPresent(); part = next()) {
            stop(part.get());
        }
        stopped.countDown();
    }

    private synchronized Optional<Part> next() {
        return Optional.ofNullable(parts.poll());
    }

    private static void stop(Part part) {
        long start = System.nanoTime();
        try {
            part.stop().close();
            LOG.atInfo()
                    .addKeyValue("part", part.name())
                    .addKeyValue("took_ms", (System.nanoTime() - start) / 1_000_000)
                    .log("stopped");
        } catch (Exception exception) {
            LOG.atWarn().setCause(exception).addKeyValue("part", part.name()).log("did not stop cleanly");
        }
    }
}
