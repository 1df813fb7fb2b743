package dev.footlights.ingest.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.footlights.schemas.avro.FailureReason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A report as it was sent. Fields that aren't asked for are passed over, null is as if not sent. */
record RawReport(JsonNode json) {
    /** Decimals stay as they are written, so that no number is too large to be kept as text. */
    private static final ObjectReader READER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .readerFor(JsonNode.class);

    /** @param parser at the object's start; left at its end */
    static RawReport read(JsonParser parser) throws IOException {
        return new RawReport(READER.readValue(parser));
    }

    /**
     * The string at the first of the paths where something is.
     *
     * @param paths names, or names within names with slashes between
     * @return empty when nothing is anywhere
     * @throws Refusal when it isn't a string
     */
    String text(String... paths) throws Refusal {
        for (String path : paths) {
            JsonNode value = at(path);
            if (!absent(value)) {
                return string(path, value);
            }
        }
        return "";
    }

    /** The same of a time: a number is refused as a bad time and not as a bad type, since it is the usual mistake. */
    String time(String... paths) throws Refusal {
        for (String path : paths) {
            JsonNode value = at(path);
            if (value.isNumber()) {
                return value.asText();
            }
            if (!absent(value)) {
                return string(path, value);
            }
        }
        return "";
    }

    /** The strings of an array, and none when it is absent. */
    List<String> texts(String name) throws Refusal {
        JsonNode array = at(name);
        if (absent(array)) {
            return List.of();
        }
        if (!array.isArray()) {
            throw new Refusal(FailureReason.WRONG_TYPE, name + " is not an array");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode element : array) {
            texts.add(string("an element of " + name, element));
        }
        return texts;
    }

    /** A string, number or boolean as text; empty when it is absent. */
    String scalar(String name) throws Refusal {
        JsonNode value = at(name);
        if (absent(value)) {
            return "";
        }
        if (!value.isValueNode()) {
            throw new Refusal(FailureReason.WRONG_TYPE, name + " is neither string, number nor boolean");
        }
        return value.asText();
    }

    boolean bool(String name) throws Refusal {
        JsonNode value = at(name);
        if (absent(value)) {
            throw new Refusal(FailureReason.MISSING_FIELD, name + " is missing");
        }
        if (!value.isBoolean()) {
            throw new Refusal(FailureReason.WRONG_TYPE, name + " is not a boolean");
        }
        return value.booleanValue();
    }

    /** A string of any of the names, whatever else is wrong. */
    Optional<String> id(String... names) {
        for (String name : names) {
            if (at(name).isTextual()) {
                return Optional.of(at(name).textValue());
            }
        }
        return Optional.empty();
    }

    private JsonNode at(String path) {
        return json.at("/" + path);
    }

    private static boolean absent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static String string(String name, JsonNode value) throws Refusal {
        if (!value.isTextual()) {
            throw new Refusal(FailureReason.WRONG_TYPE, name + " is not a string");
        }
        return value.textValue();
    }
}
