package dev.footlights.benchmarks;

import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;

/** Tells how far something is. */
interface Progress {
    /** So many of so many are done. */
    void done(int steps, int ofSteps);

    /** A bar that is drawn over on a terminal, a line for every tenth elsewhere. */
    static Progress on(PrintStream out, String title) {
        boolean terminal =
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        return (steps, ofSteps) -> {
            String said = "%s %3d %%  %d of %d".formatted(title, 100L * steps / ofSteps, steps, ofSteps);
            if (terminal) {
                out.print("\r" + said + (steps == ofSteps ? "\n" : ""));
            } else if (10L * steps / ofSteps > 10L * (steps - 1) / ofSteps) {
                out.println(said);
            }
            out.flush();
        };
    }
}
