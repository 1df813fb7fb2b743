package dev.footlights.local.send;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Events gathered for one request: at most 500 and at most 1 MiB, the service's default limits. */
public final class Batch {
    /** Most events of a request. */
    public static final int MOST_EVENTS = 500;

    /** Most bytes of a request. */
    public static final int MOST_BYTES = 1 << 20;

    private static final int BRACKETS = 2;

    private final List<byte[]> events = new ArrayList<>();
    private int bytes = BRACKETS;

    /** Whether an event of this size could be sent at all. */
    public static boolean sendable(byte[] event) {
        return event.length + BRACKETS <= MOST_BYTES;
    }

    /** Takes an event unless the batch is full; false when it didn't. */
    public boolean offer(byte[] event) {
        int added = event.length + (events.isEmpty() ? 0 : 1);
        if (events.size() == MOST_EVENTS || bytes + added > MOST_BYTES) {
            return false;
        }
        events.add(event);
        bytes += added;
        return true;
    }

    public boolean isEmpty() {
        return events.isEmpty();
    }

    /** How many events it holds. */
    public int size() {
        return events.size();
    }

    /** The request's body: a JSON array. */
    public byte[] body() {
        ByteArrayOutputStream body = new ByteArrayOutputStream(bytes);
        body.write('[');
        for (int index = 0; index < events.size(); index++) {
            if (index > 0) {
                body.write(',');
            }
            body.writeBytes(events.get(index));
        }
        body.write(']');
        return body.toByteArray();
    }

    /** Empties it for the next request. */
    public void clear() {
        events.clear();
        bytes = BRACKETS;
    }
}
