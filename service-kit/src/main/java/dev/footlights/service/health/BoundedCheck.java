package dev.footlights.service.health;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Runs a check with a limit on time, and never twice at once: a part that hangs costs one thread, not one per probe. */
final class BoundedCheck {
    private final HealthCheck check;
    private @Nullable FutureTask<Health> running;

    BoundedCheck(HealthCheck check) {
        this.check = check;
    }

    String name() {
        return check.name();
    }

    /** Begins the check unless the last one is still going. Called by one thread at a time. */
    void begin() {
        if (running == null || running.isDone()) {
            running = new FutureTask<>(check::check);
            Thread.ofVirtual().name("health-" + check.name()).start(running);
        }
    }

    /** The outcome of what {@link #begin} began, or down when it doesn't come in time. */
    Health await(Duration limit) throws InterruptedException {
        FutureTask<Health> task = running;
        if (task == null) {
            return Health.down("not checked yet");
        }
        try {
            return task.get(Math.max(0, limit.toNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException exception) {
            return Health.down("no answer in time");
        } catch (ExecutionException exception) {
            Throwable cause = exception.getCause();
            String message = cause == null ? null : cause.getMessage();
            return Health.down(message != null ? message : String.valueOf(cause));
        }
    }
}
