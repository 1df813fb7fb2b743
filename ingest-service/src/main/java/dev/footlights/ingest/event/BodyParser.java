package dev.footlights.ingest.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.footlights.ingest.identity.Pseudonyms;
import dev.footlights.schemas.avro.FailureReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes a body apart into its events: strict JSON and nothing else. A body that can't be read to its end gives no event at
 * all; an element that is no event is refused by itself.
 */
final class BodyParser {
    private static final int LONGEST_NUMBER = 1_000;

    private final JsonFactory factory;
    private final Limits limits;
    private final Pseudonyms pseudonyms;

    BodyParser(Limits limits, Pseudonyms pseudonyms) {
        this.limits = limits;
        this.pseudonyms = pseudonyms;
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

    /**
     * An element of the batch and where it stands in the body.
     *
     * @param start first byte
     * @param end byte after the last
     */
    record Element(RawEvent event, int start, int end) {}

    /** @throws BodyException when no event can be read */
    List<Element> parse(byte[] body, EventFormat format, boolean lines) throws BodyException {
        JsonText.check(body);
        try (JsonParser parser = factory.createParser(body)) {
            Batch batch = new Batch(parser, format);
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
            batch.readWhole(first);
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

    /** One parse. */
    private final class Batch {
        private final JsonParser parser;
        private final EventFormat format;
        private final EventReader reader;
        private final List<Element> elements = new ArrayList<>();

        Batch(JsonParser parser, EventFormat format) {
            this.parser = parser;
            this.format = format;
            this.reader = new EventReader(parser);
        }

        void readWhole(JsonToken first) throws IOException, BodyException {
            if (first == JsonToken.START_ARRAY) {
                readArray();
            } else if (first == JsonToken.START_OBJECT && format.takesWrapper()) {
                readWrapper();
            } else {
                throw malformed(shape());
            }
        }

        private void readWrapper() throws IOException, BodyException {
            boolean found = false;
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                JsonToken token = parser.nextToken();
                if (!name.equals("events")) {
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
                        BodyException.Kind.TOO_MANY_EVENTS, "more than " + limits.events() + " events in one request");
            }
            int start = (int) parser.currentTokenLocation().getByteOffset();
            RawEvent event;
            if (token == JsonToken.START_OBJECT) {
                event = reader.read();
                format.settle(event, pseudonyms);
            } else {
                event = new RawEvent();
                event.refuse(new Refusal(FailureReason.NOT_AN_OBJECT, "the element is not a JSON object"));
                parser.skipChildren();
                parser.finishToken();
            }
            elements.add(
                    new Element(event, start, (int) parser.currentLocation().getByteOffset()));
        }

        private String shape() {
            return format.takesWrapper()
                    ? "the body is neither an array of events nor an object with an array \"events\""
                    : "the body is not an array of events";
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
