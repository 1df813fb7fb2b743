package dev.footlights.query.store;

import java.util.Collections;

/** Question marks for lists of values. */
public final class Placeholders {
    private Placeholders() {}

    /** {@code (?, ?, ?)} for three values; at least one. */
    public static String in(int count) {
        return "(" + String.join(", ", Collections.nCopies(count, "?")) + ")";
    }
}
