package dev.footlights.local.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes reports as JSON. */
final class DemoReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private DemoReport() {}

    static ObjectNode node() {
        return JSON.createObjectNode();
    }
}
