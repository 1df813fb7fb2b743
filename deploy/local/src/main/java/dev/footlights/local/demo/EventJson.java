package dev.footlights.local.demo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Writes an event in the native format, always in the same order. */
final class EventJson {
    private static final JsonFactory JSON = new JsonFactory();

    private EventJson() {}

    static byte[] of(DemoEvent event) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("eventId", event.eventId());
            json.writeStringField("occurredAt", event.at().toString());
            json.writeStringField("action", event.action());
            json.writeStringField("subject", event.subject());
            if (event.value().isPresent()) {
                writeNumber(json, "value", event.value().getAsDouble());
            }
            if (!event.attributes().isEmpty()) {
                json.writeObjectFieldStart("attributes");
                for (Map.Entry<String, Object> attribute : event.attributes().entrySet()) {
                    switch (attribute.getValue()) {
                        case Integer number -> json.writeNumberField(attribute.getKey(), number);
                        case Object text -> json.writeStringField(attribute.getKey(), text.toString());
                    }
                }
                json.writeEndObject();
            }
            json.writeObjectFieldStart("context");
            for (Map.Entry<String, String> entry : event.context().entrySet()) {
                json.writeStringField(entry.getKey(), entry.getValue());
            }
            json.writeEndObject();
            if (event.user().isPresent()) {
                json.writeStringField("user", event.user().get());
            }
            if (event.group().isPresent()) {
                json.writeArrayFieldStart("groups");
                json.writeString(event.group().get());
                json.writeEndArray();
            }
            if (event.sessionId().isPresent()) {
                json.writeStringField("sessionId", event.sessionId().get());
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static void writeNumber(JsonGenerator json, String name, double value) throws IOException {
        if (value == Math.rint(value)) {
            json.writeNumberField(name, (long) value);
        } else {
            json.writeNumberField(name, value);
        }
    }
}
