package dev.footlights.local.stack;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Stops a stack from another terminal. */
public final class Shutdown {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Shutdown() {}

    /**
     * Asks the launcher on a home to stop and waits until it has.
     *
     * @return false when nothing ran
     * @throws StackException when it doesn't stop in time
     */
    public static boolean stop(Home home, Console console) throws InterruptedException {
        Optional<RunFile> run = RunFile.read(home);
        if (run.isEmpty()) {
            return false;
        }
        Optional<ProcessHandle> launcher = run.get().launcher().process();
        if (launcher.isEmpty()) {
            Leftovers.end(run.get(), console);
            RunFile.delete(home);
            return false;
        }
        launcher.get().destroy();
        try {
            launcher.get().onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            throw new StackException(
                    "The launcher (pid " + launcher.get().pid() + ") has not stopped after " + PATIENCE.toSeconds()
                            + " s. Its terminal tells why; kill -9 it if need be, its parts end with it.",
                    stillThere);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
