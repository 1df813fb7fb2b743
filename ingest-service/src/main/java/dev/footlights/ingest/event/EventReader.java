package dev.footlights.ingest.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.footlights.schemas.avro.FailureReason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads one object of the shape that analytics events have in every format. Fields it doesn't know are passed over, null
 * is as if not sent; a field of a wrong type makes the event unusable, but reading goes on for its id.
 */
final class EventReader {
    private final JsonParser parser;
    private RawEvent event = new RawEvent();

    EventReader(JsonParser parser) {
        this.parser = parser;
    }

    /** From the object's start to its end. */
    RawEvent read() throws IOException {
        event = new RawEvent();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken token = parser.nextToken();
            switch (name) {
                case "eventId" -> event.eventId = string(name, token);
                case "occurredAt" -> event.occurredAt = time(token);
                case "action" -> event.action = string(name, token);
                case "subject" -> event.subject = string(name, token);
                case "user" -> event.user = string(name, token);
                case "sessionId" -> event.sessionId = string(name, token);
                case "value" -> readValue(token);
                case "attributes" -> event.attributes = map(name, token, false);
                case "context" -> event.context = map(name, token, true);
                case "groups" -> event.groups = groups(token);
                default -> parser.skipChildren();
            }
        }
        return event;
    }

    private String string(String name, JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        if (token != JsonToken.VALUE_NULL) {
            refuseType(name + " is not a string");
        }
        return "";
    }

    /** A number is no time, but it is refused as a bad time and not as a bad type: it is the usual mistake. */
    private String time(JsonToken token) throws IOException {
        return token.isNumeric() ? parser.getText() : string("occurredAt", token);
    }

    private void readValue(JsonToken token) throws IOException {
        if (token.isNumeric()) {
            double value = parser.getDoubleValue();
            event.value = value;
            requireFinite("value", value);
        } else if (token != JsonToken.VALUE_NULL) {
            refuseType("value is not a number");
        }
    }

    private Map<String, String> map(String field, JsonToken start, boolean lenient) throws IOException {
        Map<String, String> map = RawEvent.newMap();
        if (start != JsonToken.START_OBJECT) {
            if (start != JsonToken.VALUE_NULL) {
                refuseType(field + " is not an object");
            }
            return map;
        }
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.VALUE_NULL) {
                continue;
            }
            if (token.isScalarValue()) {
                map.put(name, scalar(field, token));
            } else if (lenient && token == JsonToken.START_ARRAY) {
                map.put(name, String.join(",", strings()));
            } else if (lenient) {
                parser.skipChildren();
            } else {
                refuseType("a value of " + field + " is neither string, number nor boolean");
            }
        }
        return map;
    }

    private String scalar(String field, JsonToken token) throws IOException {
        if (token.isNumeric()) {
            requireFinite("a value of " + field, parser.getDoubleValue());
        }
        return parser.getText();
    }

    private List<String> groups(JsonToken start) throws IOException {
        if (start == JsonToken.START_ARRAY) {
            return strings();
        }
        if (start != JsonToken.VALUE_NULL) {
            refuseType("groups is not an array");
        }
        return List.of();
    }

    /** The strings of the array that has just begun; what else it holds is passed over. */
    private List<String> strings() throws IOException {
        List<String> strings = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == JsonToken.VALUE_STRING) {
                strings.add(parser.getText());
            } else {
                parser.skipChildren();
            }
        }
        return strings;
    }

    private void requireFinite(String what, double value) {
        if (!Double.isFinite(value)) {
            event.refuse(new Refusal(FailureReason.INVALID_VALUE, what + " is too large a number"));
        }
    }

    private void refuseType(String detail) throws IOException {
        event.refuse(new Refusal(FailureReason.WRONG_TYPE, detail));
        parser.skipChildren();
    }
}
