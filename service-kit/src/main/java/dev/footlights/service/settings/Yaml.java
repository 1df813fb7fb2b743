package dev.footlights.service.settings;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** The YAML that settings are read from and printed as. */
final class Yaml {
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .build();

    private Yaml() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** @throws JsonProcessingException if the text isn't YAML or its root isn't a map; an empty text is an empty map */
    static ObjectNode parse(String text) throws JsonProcessingException {
        JsonNode root = MAPPER.readTree(text);
        if (root == null || root.isMissingNode() || root.isNull()) {
            return object();
        }
        if (root instanceof ObjectNode object) {
            return object;
        }
        throw new JsonProcessingException("the file must hold a map of settings") {};
    }

    /** For YAML written in our own code. */
    static ObjectNode parseTrusted(String text) {
        try {
            return parse(text);
        } catch (JsonProcessingException exception) {
            throw new IllegalStateException("bad default: " + text, exception);
        }
    }

    static String print(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException exception) {
            throw new IllegalStateException(exception);
        }
    }
}
