package dev.footlights.local.stack;

import java.io.PrintStream;

/** What the one at the terminal is told, a line at a time, from any thread. */
public final class Console {
    private final PrintStream out;
    private final long started = System.nanoTime();

    public Console(PrintStream out) {
        this.out = out;
    }

    /** A plain line. */
    public synchronized void line(String text) {
        out.println(text);
        out.flush();
    }

    /** A line about a part, with the seconds since the start. */
    public void part(String part, String text) {
        double seconds = (System.nanoTime() - started) / 1e9;
        line("%6.1fs  %-12s %s".formatted(seconds, part, text));
    }
}
