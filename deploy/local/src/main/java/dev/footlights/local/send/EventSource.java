package dev.footlights.local.send;

import java.util.Optional;

/** The events of a file, one after the other. */
public interface EventSource extends AutoCloseable {
    /** One event as it stands in the file. */
    final class Entry {
        private final byte[] json;
        private final String place;
        private final long end;
        private final boolean parseable;

        Entry(byte[] json, String place, long end, boolean parseable) {
            this.json = json;
            this.place = place;
            this.end = end;
            this.parseable = parseable;
        }

        /** Its bytes, not copied. */
        byte[] json() {
            return json;
        }

        /** In words: "line 12", "event 3". */
        String place() {
            return place;
        }

        /** Offset of the byte after it in the file. */
        long end() {
            return end;
        }

        /** Whether it is a JSON value at all. */
        boolean parseable() {
            return parseable;
        }
    }

    /**
     * The next event; empty at the end.
     *
     * @throws SendException when the file can't be read on
     */
    Optional<Entry> next();

    @Override
    void close();
}
