package dev.footlights.local.stack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One life of a part: its process. */
final class RunningPart {
    /**
     * Ctrl-C in a terminal reaches every process of the foreground. The parts are to be stopped in order by the
     * launcher, so they start with that signal ignored, which a JVM leaves as it is.
     */
    private static final String SHIELD = "trap '' INT HUP; exec \"$@\"";

    private final Part part;
    private final Process process;

    private RunningPart(Part part, Process process) {
        this.part = part;
        this.process = process;
    }

    /**
     * @throws StackException when the program can't be started
     */
    static RunningPart start(Part part) {
        List<String> command = new ArrayList<>(List.of("sh", "-c", SHIELD, part.name()));
        command.addAll(part.command());
        ProcessBuilder builder = new ProcessBuilder(command);
        Ports.launcherVariables().forEach(builder.environment()::remove);
        builder.environment().putAll(part.environment());
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(part.log().toFile()));
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return new RunningPart(part, process);
        } catch (IOException failure) {
            throw new StackException(
                    part.name() + " can't be started: " + failure + ". Its log: " + part.log(), failure);
        }
    }

    Part part() {
        return part;
    }

    long pid() {
        return process.pid();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Waits for the end; the exit status, 128 + signal for one that was killed. */
    int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    /** Asks it to stop and kills it when it takes longer than {@code seconds}; true when it stopped by itself. */
    boolean stop(long seconds) throws InterruptedException {
        process.destroy();
        if (process.waitFor(seconds, TimeUnit.SECONDS)) {
            return true;
        }
        process.destroyForcibly();
        process.waitFor(seconds, TimeUnit.SECONDS);
        return false;
    }
}
