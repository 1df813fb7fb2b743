package dev.footlights.schemas.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/** Schemas as the text that goes to a registry, the same for every producer whatever its language. */
public final class SchemaText {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JAVA_STRING = "avro.java.string";

    private SchemaText() {}

    /** The schema without what only concerns Java's generated classes. */
    public static Schema portable(Schema schema) {
        return parse(text(schema));
    }

    /** One line of JSON, without what only concerns Java's generated classes. */
    public static String text(Schema schema) {
        try {
            return JSON.writeValueAsString(withoutJava(JSON.readTree(schema.toString())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Avro printed a schema that is no JSON", e);
        }
    }

    static Schema parse(String text) {
        try {
            return new Schema.Parser().parse(text);
        } catch (SchemaParseException e) {
            throw new InvalidSchemaException("not an Avro schema: " + e.getMessage(), e);
        }
    }

    private static JsonNode withoutJava(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(JAVA_STRING);
            if (object.size() == 1 && "string".equals(object.path("type").asText())) {
                return TextNode.valueOf("string");
            }
            object.properties().forEach(property -> property.setValue(withoutJava(property.getValue())));
        } else if (node.isArray()) {
            var array = JSON.createArrayNode();
            node.forEach(element -> array.add(withoutJava(element)));
            return array;
        }
        return node;
    }
}
