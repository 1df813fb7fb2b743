package dev.footlights.ingest;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Events as a client writes them. */
final class Events {
    private Events() {}

    /**
     * A good event of now.
     *
     * @param other fields over the usual ones, their values as JSON
     */
    static String json(String eventId, Map<String, String> other) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("eventId", "\"" + eventId + "\"");
        fields.put("occurredAt", "\"" + Instant.now() + "\"");
        fields.put("action", "\"navigate\"");
        fields.put("subject", "\"/catalog\"");
        fields.putAll(other);
        return fields.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\":" + field.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
