package dev.footlights.local.stack;

import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Ends the parts when the launcher is gone without having stopped them, even by {@code kill -9}: a small shell that
 * reads the pids of the living parts from a pipe, a line per change. The pipe's end means that the launcher is no more.
 */
final class Watchdog implements AutoCloseable {
    /** Asks the parts to stop, gives them ten seconds, and ends those that are left. */
    private static final String SCRIPT = """
            trap '' INT TERM HUP
            pids=
            while read -r line; do pids=$line; done
            for pid in $pids; do kill -TERM "$pid" 2>/dev/null; done
            for tick in 1 2 3 4 5 6 7 8 9 10; do
              left=
              for pid in $pids; do kill -0 "$pid" 2>/dev/null && left="$left $pid"; done
              [ -z "$left" ] && exit 0
              sleep 1
            done
            for pid in $left; do kill -KILL "$pid" 2>/dev/null; done
            """;

    private final Process shell;
    private final Writer pipe;

    private Watchdog(Process shell) {
        this.shell = shell;
        this.pipe = shell.outputWriter();
    }

    /**
     * @throws StackException when there is no {@code sh}
     */
    static Watchdog start() {
        try {
            return new Watchdog(new ProcessBuilder("sh", "-c", SCRIPT)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException failure) {
            throw new StackException("Can't run sh, which is needed to watch over the parts: " + failure, failure);
        }
    }

    /** Replaces what is known of the living parts. */
    synchronized void guard(Collection<Long> pids) {
        String line = pids.stream().map(String::valueOf).collect(Collectors.joining(" "));
        try {
            pipe.write(line + "\n");
            pipe.flush();
        } catch (IOException killed) {
            throw new StackException("The process that watches over the parts has been killed.", killed);
        }
    }

    long pid() {
        return shell.pid();
    }

    /** Lets the watchdog go; what it still guards is ended. */
    @Override
    public void close() {
        try {
            pipe.close();
            shell.waitFor();
        } catch (IOException alreadyGone) {
            shell.destroy();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
