package dev.footlights.query.digest;

import dev.footlights.query.store.UnavailableException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something again and again on a thread of its own, whatever goes wrong with it. */
public final class Clockwork implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Clockwork.class);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

    private final Thread thread;

    /** What is done. */
    @FunctionalInterface
    public interface Work {
        void run() throws InterruptedException;
    }

    private Clockwork(Thread thread) {
        this.thread = thread;
    }

    /** Starts at once, and begins anew a pause after each end. */
    public static Clockwork start(String name, Duration pause, Work work) {
        return new Clockwork(Thread.ofPlatform().name(name).daemon().start(() -> turn(name, pause, work)));
    }

    private static void turn(String name, Duration pause, Work work) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                work.run();
            } catch (InterruptedException e) {
                return;
            } catch (UnavailableException e) {
                log.atWarn()
                        .addKeyValue("work", name)
                        .addKeyValue("problem", e.getMessage())
                        .log("put off");
            } catch (RuntimeException e) {
                log.atError().addKeyValue("work", name).setCause(e).log("failed; it is tried again");
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(LONGEST_STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
