package dev.footlights.local.send;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A JSON array of events, bare or as the {@code events} of an object. */
final class JsonSource implements EventSource {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String EVENTS = "events";

    private final Path path;
    private final JsonParser parser;
    private final long from;
    private long number;
    private boolean atArray;

    JsonSource(Path path, InputStream in, long from) throws IOException {
        this.path = path;
        this.parser = JSON.createParser(in);
        this.from = from;
    }

    /** Whether a file begins as such a value, and not as one event per line. */
    static boolean begins(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path);
                JsonParser parser = JSON.createParser(in)) {
            JsonToken first = parser.nextToken();
            return first == JsonToken.START_ARRAY
                    || (first == JsonToken.START_OBJECT
                            && EVENTS.equals(parser.nextFieldName())
                            && parser.nextToken() == JsonToken.START_ARRAY);
        } catch (com.fasterxml.jackson.core.JsonProcessingException notJson) {
            return false;
        }
    }

    @Override
    public Optional<Entry> next() {
        try {
            if (!atArray) {
                while (parser.nextToken() != JsonToken.START_ARRAY) {
                    // Passes over the opening of the object.
                }
                atArray = true;
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                number++;
                byte[] event = copy();
                long end = parser.currentLocation().getByteOffset();
                if (end > from) {
                    return Optional.of(new Entry(event, "event " + number, end, true));
                }
            }
            return Optional.empty();
        } catch (IOException notJson) {
            throw new SendException(
                    "%s is not JSON after event %d: %s".formatted(path, number, notJson.getMessage()), notJson);
        }
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException failure) {
            throw new SendException(path + " can't be closed: " + failure, failure);
        }
    }

    private byte[] copy() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator generator = JSON.createGenerator(out)) {
            generator.copyCurrentStructureExact(parser);
        }
        return out.toByteArray();
    }
}
