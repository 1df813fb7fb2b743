package dev.footlights.local.stack;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends the parts of a launcher that was killed; its watchdog is doing the same. */
final class Leftovers {
    private static final Duration GRACE = Duration.ofSeconds(20);

    private Leftovers() {}

    /** Comes back when none of them lives. */
    static void end(RunFile earlier, Console console) {
        List<ProcessHandle> alive = earlier.parts().values().stream()
                .flatMap(entry -> entry.process().stream())
                .toList();
        if (alive.isEmpty()) {
            return;
        }
        console.line("An earlier run (pid " + earlier.launcher().pid() + ") ended without stopping " + alive.size()
                + " of its parts; stopping them.");
        alive.forEach(ProcessHandle::destroy);
        if (!ended(alive)) {
            alive.forEach(ProcessHandle::destroyForcibly);
            ended(alive);
        }
    }

    private static boolean ended(List<ProcessHandle> processes) {
        CompletableFuture<?>[] ends =
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(ends).get(GRACE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
