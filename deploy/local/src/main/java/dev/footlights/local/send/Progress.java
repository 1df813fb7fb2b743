package dev.footlights.local.send;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;

/** Tells how far something is: a bar that is drawn over on a terminal, a line every five seconds elsewhere. */
public final class Progress {
    private static final int WIDTH = 30;
    private static final long DRAW_NANOS = Duration.ofMillis(100).toNanos();
    private static final long LINE_NANOS = Duration.ofSeconds(5).toNanos();

    private final PrintStream out;
    private final boolean terminal;
    private final String title;
    private final String unit;
    private final long total;
    private final long started = System.nanoTime();
    private long lastSaid = started;
    private long done;
    private long events;

    /**
     * Begins at nothing done.
     *
     * @param total of the unit that is counted
     */
    public Progress(PrintStream out, boolean terminal, String title, long total) {
        this(out, terminal, title, "events", total);
    }

    /**
     * The same of anything.
     *
     * @param unit what is counted beside, in words
     */
    public Progress(PrintStream out, boolean terminal, String title, String unit, long total) {
        this.out = out;
        this.terminal = terminal;
        this.title = title;
        this.unit = unit;
        this.total = Math.max(1, total);
    }

    /** Whether standard output is a terminal. */
    public static boolean onTerminal() {
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    /** More is done. */
    public synchronized void add(long units, long moreEvents) {
        done += units;
        events += moreEvents;
        long now = System.nanoTime();
        if (now - lastSaid > (terminal ? DRAW_NANOS : LINE_NANOS)) {
            lastSaid = now;
            say();
        }
    }

    /** Says the last figures and ends the line. */
    public synchronized void finish() {
        say();
        if (terminal) {
            out.println();
        }
        out.flush();
    }

    private void say() {
        double share = Math.min(1.0, (double) done / total);
        double seconds = Math.max(0.001, (System.nanoTime() - started) / 1e9);
        String figures = "%3.0f %%  %,d %s, %,.0f/s".formatted(share * 100, events, unit, events / seconds);
        if (terminal) {
            int filled = (int) Math.round(share * WIDTH);
            out.print("\r" + title + " [" + "█".repeat(filled) + "░".repeat(WIDTH - filled) + "] " + figures + "  ");
        } else {
            out.println(title + " " + figures.strip());
        }
        out.flush();
    }
}
