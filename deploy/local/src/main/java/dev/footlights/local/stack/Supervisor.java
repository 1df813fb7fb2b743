package dev.footlights.local.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Keeps parts alive: starts each as a process, starts it again with a growing pause when it dies, and stops all in the
 * order that was asked for. After {@link #close} nothing is started any more.
 */
public final class Supervisor implements AutoCloseable {
    private static final long STOP_SECONDS = 40;
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final int DEATHS_BEFORE_READY = 3;

    private final Console console;
    private final RestartPause pause;
    private final Consumer<Map<String, Long>> changed;
    private final Watchdog watchdog = Watchdog.start();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Map<String, RunningPart> living = new LinkedHashMap<>();
    private final Map<String, Integer> deaths = new LinkedHashMap<>();

    /**
     * @param changed told the pids of the living parts by name after each start and death
     */
    public Supervisor(Console console, RestartPause pause, Consumer<Map<String, Long>> changed) {
        this.console = console;
        this.pause = pause;
        this.changed = changed;
    }

    /**
     * Starts a part and watches it from now on.
     *
     * @throws StackException when its program can't be started
     */
    public void start(Part part) {
        RunningPart running = launch(part);
        Thread.ofVirtual().name("watch-" + part.name()).start(() -> watch(running));
    }

    /**
     * Waits until a part is ready, saying now and then what it waits for.
     *
     * @throws StackException when it dies again and again, or isn't ready in time
     */
    public void awaitReady(Part part, Duration patience) throws InterruptedException {
        Instant deadline = Instant.now().plus(patience);
        Instant speak = Instant.now().plus(SILENCE);
        while (true) {
            Optional<String> missing = part.readiness().missing();
            if (missing.isEmpty()) {
                console.part(part.name(), "ready at " + part.address());
                return;
            }
            if (deathsOf(part) >= DEATHS_BEFORE_READY) {
                throw new StackException(part.name() + " doesn't start:\n" + LogTail.of(part.log()));
            }
            Instant now = Instant.now();
            if (now.isAfter(deadline)) {
                throw new StackException("%s is not ready after %d s (%s):%n%s"
                        .formatted(part.name(), patience.toSeconds(), missing.get(), LogTail.of(part.log())));
            }
            if (now.isAfter(speak)) {
                console.part(part.name(), "waiting: " + missing.get());
                speak = now.plus(SILENCE);
            }
            if (stopping.await(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StackException("Stopped while " + part.name() + " was starting.");
            }
        }
    }

    /** Stops the parts of one group at the same time and comes back when they are gone. */
    public void stop(List<String> names) {
        stopping.countDown();
        List<Thread> stops = new ArrayList<>();
        for (String name : names) {
            taken(name).ifPresent(running -> stops.add(Thread.ofVirtual().start(() -> stop(running))));
        }
        for (Thread stop : stops) {
            try {
                stop.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Stops what is left, and the watchdog. */
    @Override
    public void close() {
        List<String> names;
        synchronized (living) {
            names = List.copyOf(living.keySet());
        }
        stop(names);
        watchdog.close();
    }

    private void stop(RunningPart running) {
        try {
            boolean byItself = running.stop(STOP_SECONDS);
            console.part(
                    running.part().name(), byItself ? "stopped" : "killed: it did not stop in " + STOP_SECONDS + " s");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch(RunningPart first) {
        RunningPart running = first;
        Part part = first.part();
        try {
            while (true) {
                Instant started = Instant.now();
                int status = running.waitFor();
                if (stopping.getCount() == 0) {
                    return;
                }
                Duration wait = buried(part, Duration.between(started, Instant.now()));
                console.part(
                        part.name(),
                        "ended with status %d; starting it again in %d s (log: %s)"
                                .formatted(status, Math.max(1, wait.toSeconds()), part.log()));
                if (stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                running = launch(part);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (StackException notStarted) {
            if (stopping.getCount() > 0) {
                console.part(part.name(), String.valueOf(notStarted.getMessage()));
            }
        }
    }

    private RunningPart launch(Part part) {
        synchronized (living) {
            if (stopping.getCount() == 0) {
                throw new StackException("Stopping: " + part.name() + " is not started.");
            }
            RunningPart running = RunningPart.start(part);
            living.put(part.name(), running);
            tell();
            return running;
        }
    }

    private Duration buried(Part part, Duration lived) {
        synchronized (living) {
            living.remove(part.name());
            int inARow = lived.compareTo(pause.steady()) > 0 ? 1 : deaths.getOrDefault(part.name(), 0) + 1;
            deaths.put(part.name(), inARow);
            tell();
            return pause.after(inARow);
        }
    }

    private Optional<RunningPart> taken(String name) {
        synchronized (living) {
            return Optional.ofNullable(living.remove(name));
        }
    }

    private int deathsOf(Part part) {
        synchronized (living) {
            return deaths.getOrDefault(part.name(), 0);
        }
    }

    private void tell() {
        Map<String, Long> pids = new LinkedHashMap<>();
        living.forEach((name, running) -> pids.put(name, running.pid()));
        watchdog.guard(pids.values());
        changed.accept(pids);
    }
}
