package dev.footlights.query.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.footlights.schemas.kpis.KpiCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The contract that the API gives away. */
record OpenApi(JsonNode root) {
    static OpenApi shipped() {
        try (InputStream in = Objects.requireNonNull(
                KpiCatalogue.class.getResourceAsStream("/footlights/openapi/query.yaml"), "query.yaml")) {
            return new OpenApi(new ObjectMapper(new YAMLFactory()).readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Paths that take a method, as they are written. */
    Set<String> paths(String method) {
        Set<String> paths = new TreeSet<>();
        root.get("paths").properties().forEach(path -> {
            if (path.getValue().has(method)) {
                paths.add(path.getKey());
            }
        });
        return paths;
    }

    /** What a path takes, by name. */
    JsonNode parameter(String path, String name) {
        for (JsonNode each : root.get("paths").get(path).get("get").get("parameters")) {
            JsonNode parameter = resolve(each);
            if (parameter.get("name").asText().equals(name)) {
                return parameter;
            }
        }
        throw new AssertionError(path + " has no parameter " + name);
    }

    /** The schema of a GET's 200 in JSON. */
    JsonNode answer(String path) {
        return resolve(root.get("paths").get(path).get("get").get("responses").get("200"))
                .get("content")
                .get("application/json")
                .get("schema");
    }

    /** What a reference stands for; anything else is itself. */
    JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? root.at(node.get("$ref").asText().substring(1)) : node;
    }
}
