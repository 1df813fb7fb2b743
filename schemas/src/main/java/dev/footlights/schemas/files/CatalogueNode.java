package dev.footlights.schemas.files;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A map in a catalogue file. What can't be used is an {@link IllegalArgumentException} whose message begins with the key.
 *
 * @param key where it stands: {@code paths[2].features[0]}; empty for the whole file
 */
public record CatalogueNode(JsonNode node, String key) {
    private static final int MOST_ENTRIES = 500;
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    /**
     * The file as a map.
     *
     * @throws IOException when it can't be read
     */
    public static CatalogueNode read(InputStream in) throws IOException {
        try {
            return new CatalogueNode(YAML.readTree(in), "").map();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "is not usable YAML: "
                            + e.getOriginalMessage().lines().findFirst().orElse(""),
                    e);
        }
    }

    /** Refuses keys other than these. */
    public CatalogueNode only(String... known) {
        node.fieldNames().forEachRemaining(name -> {
            if (!Arrays.asList(known).contains(name)) {
                throw refused(name, "is not known here; known are " + String.join(", ", known));
            }
        });
        return this;
    }

    /** A text that must be there, not blank and at most so long. */
    public String text(String name, int longest) {
        JsonNode value = node.path(name);
        String text = value.isValueNode() && !value.isNull() ? value.asText().strip() : "";
        if (text.isEmpty()) {
            throw refused(name, "is missing or empty");
        }
        if (text.length() > longest) {
            throw refused(name, "is longer than " + longest + " characters");
        }
        return text;
    }

    /** The maps of a list, none when it isn't there. */
    public List<CatalogueNode> list(String name) {
        JsonNode list = node.path(name);
        if (list.isMissingNode() || list.isNull()) {
            return List.of();
        }
        if (!list.isArray() || list.size() > MOST_ENTRIES) {
            throw refused(name, "is not a list of at most " + MOST_ENTRIES + " entries");
        }
        List<CatalogueNode> entries = new ArrayList<>();
        for (JsonNode entry : list) {
            entries.add(new CatalogueNode(entry, path(name) + "[" + entries.size() + "]").map());
        }
        return entries;
    }

    /** A refusal of one of its values. */
    public IllegalArgumentException refused(String name, String problem) {
        return new IllegalArgumentException(path(name) + " " + problem);
    }

    private String path(String name) {
        return key.isEmpty() ? name : key + "." + name;
    }

    private CatalogueNode map() {
        if (!node.isObject()) {
            throw new IllegalArgumentException(key.isEmpty() ? "the file is not a map" : key + " is not a map");
        }
        return this;
    }
}
