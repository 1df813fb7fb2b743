package dev.footlights.ingest.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.footlights.schemas.avro.FailureReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes a body apart into its elements: strict JSON and nothing else. A body that can't be read to its end gives none at
 * all; an element that is no object is refused by itself.
 */
final class BodyParser {
    private static final int LONGEST_NUMBER = 1_000;

    private final JsonFactory factory;
    private final Limits limits;

    BodyParser(Limits limits) {
        this.limits = limits;
        this.factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxNameLength(limits.unpackedBytes())
                        .maxStringLength(limits.unpackedBytes())
                        .build())
                .build();
    }

    /** @throws BodyException when nothing can be read */
    List<Intake.Taken> parse(byte[] body, Format format, boolean lines, ElementReader reader) throws BodyException {
        JsonText.check(body);
        try (JsonParser parser = factory.createParser(body)) {
            Batch batch = new Batch(parser, format, reader);
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw malformed("the body is empty");
            }
            if (lines) {
                for (JsonToken token = first; token != null; token = parser.nextToken()) {
                    batch.readElement(token);
                }
                return batch.elements;
            }
            if (first == JsonToken.START_OBJECT && format.takesOne() && !isWrapped(body, format)) {
                batch.readElement(first);
            } else {
                batch.readWhole(first);
            }
            if (parser.nextToken() != null) {
                throw malformed("something follows the JSON value");
            }
            return batch.elements;
        } catch (StreamConstraintsException e) {
            throw malformed("the JSON is nested deeper than " + limits.depth()
                    + " levels, or holds a number of more than " + LONGEST_NUMBER + " digits");
        } catch (JsonProcessingException e) {
            throw malformed(inWords(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the object that the body is has the wrapper's key, wherever it stands. */
    private boolean isWrapped(byte[] body, Format format) throws IOException {
        try (JsonParser parser = factory.createParser(body)) {
            parser.nextToken();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                if (format.wrapper().filter(name::equals).isPresent()) {
                    return true;
                }
                parser.nextToken();
                parser.skipChildren();
            }
            return false;
        }
    }

    /** One parse. */
    private final class Batch {
        private final JsonParser parser;
        private final Format format;
        private final ElementReader reader;
        private final List<Intake.Taken> elements = new ArrayList<>();

        Batch(JsonParser parser, Format format, ElementReader reader) {
            this.parser = parser;
            this.format = format;
            this.reader = reader;
        }

        void readWhole(JsonToken first) throws IOException, BodyException {
            if (first == JsonToken.START_ARRAY) {
                readArray();
            } else if (first == JsonToken.START_OBJECT && format.wrapper().isPresent()) {
                readWrapper(format.wrapper().get());
            } else {
                throw malformed(shape());
            }
        }

        private void readWrapper(String wrapper) throws IOException, BodyException {
            boolean found = false;
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                JsonToken token = parser.nextToken();
                if (!name.equals(wrapper)) {
                    parser.skipChildren();
                } else if (token == JsonToken.START_ARRAY) {
                    found = true;
                    readArray();
                } else {
                    throw malformed(shape());
                }
            }
            if (!found) {
                throw malformed(shape());
            }
        }

        private void readArray() throws IOException, BodyException {
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                readElement(token);
            }
        }

        private void readElement(JsonToken token) throws IOException, BodyException {
            if (elements.size() == limits.events()) {
                throw new BodyException(
                        BodyException.Kind.TOO_MANY_EVENTS,
                        "more than " + limits.events() + " " + format.elements() + " in one request");
            }
            int start = (int) parser.currentTokenLocation().getByteOffset();
            ElementReader.Read read = token == JsonToken.START_OBJECT ? reader.read(parser) : passOver();
            int end = (int) parser.currentLocation().getByteOffset();
            elements.add(new Intake.Taken(read.id(), read.outcome(), start, end));
        }

        private ElementReader.Read passOver() throws IOException {
            parser.skipChildren();
            parser.finishToken();
            Refusal refusal = new Refusal(FailureReason.NOT_AN_OBJECT, "the element is not a JSON object");
            return new ElementReader.Read("", refusal.toOutcome());
        }

        private String shape() {
            String elements = format.elements();
            return format.wrapper()
                    .map(key -> "the body is neither an array of " + elements + " nor an object with an array \"" + key
                            + "\"")
                    .orElse("the body is not an array of " + elements);
        }
    }

    /** Jackson's own message may repeat a piece of the body. */
    private static String inWords(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        String where =
                location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
        boolean duplicate = e.getOriginalMessage().startsWith("Duplicate field");
        return duplicate ? "an object has the same key twice" + where : "the body is not JSON" + where;
    }

    private static BodyException malformed(String detail) {
        return new BodyException(BodyException.Kind.MALFORMED, detail);
    }
}
