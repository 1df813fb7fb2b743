package dev.footlights.query.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Whether an answer is what a schema says, as far as the schemas of the API go; a field that isn't described is a fault. */
record DescribedShape(OpenApi contract) {
    /** What differs, each as {@code place: what}; empty when nothing does. */
    List<String> differences(String place, JsonNode schema, JsonNode value) {
        List<JsonNode> parts = new ArrayList<>();
        flatten(schema, parts);
        List<String> differences = new ArrayList<>();
        for (JsonNode part : parts) {
            if (part.has("type") && !types(part).contains(type(value))) {
                differences.add(place + ": is " + type(value) + " and not " + types(part));
            }
            if (part.has("enum") && !texts(part.get("enum")).contains(value.asText())) {
                differences.add(place + ": is " + value + " and none of " + part.get("enum"));
            }
            if (part.has("items")) {
                value.forEach(item -> differences.addAll(differences(place + "[]", part.get("items"), item)));
            }
            for (String choice : List.of("oneOf", "anyOf")) {
                if (part.has(choice) && !fitsAny(part.get(choice), value)) {
                    differences.add(place + ": " + value + " is " + choice + " nothing described");
                }
            }
        }
        if (value.isObject() && parts.stream().anyMatch(part -> part.has("properties"))) {
            differences.addAll(fields(place, parts, value));
        }
        return differences;
    }

    private List<String> fields(String place, List<JsonNode> parts, JsonNode value) {
        Map<String, JsonNode> described = new TreeMap<>();
        Set<String> missing = new TreeSet<>();
        parts.forEach(part -> {
            part.path("properties").properties().forEach(field -> described.put(field.getKey(), field.getValue()));
            missing.addAll(texts(part.path("required")));
        });
        List<String> differences = new ArrayList<>();
        value.properties().forEach(field -> {
            missing.remove(field.getKey());
            JsonNode schema = described.get(field.getKey());
            String at = place + "." + field.getKey();
            if (schema == null) {
                differences.add(at + ": is not described");
            } else {
                differences.addAll(differences(at, schema, field.getValue()));
            }
        });
        missing.forEach(name -> differences.add(place + "." + name + ": is required and missing"));
        return differences;
    }

    private void flatten(JsonNode schema, List<JsonNode> parts) {
        JsonNode resolved = contract.resolve(schema);
        parts.add(resolved);
        resolved.path("allOf").forEach(part -> flatten(part, parts));
    }

    private boolean fitsAny(JsonNode choices, JsonNode value) {
        for (JsonNode choice : choices) {
            if (differences("", choice, value).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> types(JsonNode schema) {
        JsonNode type = schema.get("type");
        Set<String> types = new TreeSet<>(type.isArray() ? texts(type) : List.of(type.asText()));
        if (types.contains("number")) {
            types.add("integer");
        }
        return types;
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            case OBJECT -> "object";
            case ARRAY -> "array";
            case BOOLEAN -> "boolean";
            case NULL -> "null";
            default -> "string";
        };
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
