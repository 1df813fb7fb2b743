package dev.footlights.local.send;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** One event per line; blank lines are passed over. */
final class LineSource implements EventSource {
    private static final JsonFactory JSON = new JsonFactory();

    private final Path path;
    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final long from;
    private long position;
    private long number;

    LineSource(Path path, InputStream in, long from) {
        this.path = path;
        this.in = in;
        this.from = from;
    }

    @Override
    public Optional<Entry> next() {
        try {
            while (readLine()) {
                byte[] bytes = line.toByteArray();
                if (position > from && !blank(bytes)) {
                    return Optional.of(new Entry(bytes, "line " + number, position, isOneValue(bytes)));
                }
            }
            return Optional.empty();
        } catch (IOException failure) {
            throw new SendException(path + " can't be read after line " + number + ": " + failure, failure);
        }
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException failure) {
            throw new SendException(path + " can't be closed: " + failure, failure);
        }
    }

    private boolean readLine() throws IOException {
        line.reset();
        int next = in.read();
        if (next < 0) {
            return false;
        }
        number++;
        while (next >= 0) {
            position++;
            if (next == '\n') {
                return true;
            }
            line.write(next);
            next = in.read();
        }
        return true;
    }

    private static boolean blank(byte[] bytes) {
        for (byte one : bytes) {
            if (one > ' ' || one < 0) {
                return false;
            }
        }
        return true;
    }

    /** A line that isn't one value would take its whole request down with it. */
    private static boolean isOneValue(byte[] bytes) {
        try (JsonParser parser = JSON.createParser(bytes)) {
            parser.nextToken();
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (IOException notJson) {
            return false;
        }
    }
}
