package dev.footlights.ingest;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Events and reports as a client writes them. */
final class Events {
    /** A task that has just ended well; values are JSON. */
    static final Map<String, String> OUTCOME = Map.of(
            "taskId", "\"task-1\"",
            "template", "\"template:default/service\"",
            "outcome", "\"completed\"",
            "finishedAt", "\"<now>\"");

    /** A check that has just passed; values are JSON. */
    static final Map<String, String> RESULT = Map.of(
            "check", "\"has-owner\"",
            "entity", "\"component:default/cart\"",
            "passed", "true",
            "checkedAt", "\"<now>\"");

    private Events() {}

    /**
     * A good event of now.
     *
     * @param other fields over the usual ones, their values as JSON
     */
    static String json(String eventId, Map<String, String> other) {
        return json(event(eventId), other);
    }

    /** The fields of a good event of now; values are JSON. */
    static Map<String, String> event(String eventId) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("eventId", "\"" + eventId + "\"");
        fields.put("occurredAt", "\"" + Instant.now() + "\"");
        fields.put("action", "\"navigate\"");
        fields.put("subject", "\"/catalog\"");
        return fields;
    }

    /** An object of the usual fields with others over them; values are JSON. */
    static String json(Map<String, String> usual, Map<String, String> other) {
        Map<String, String> fields = new LinkedHashMap<>(usual);
        fields.putAll(other);
        return fields.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\":" + field.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
