package dev.footlights.ingest.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event as it was sent: JSON types are checked and nothing else. Filled by {@link EventReader} and its format, then
 * only read. What wasn't sent is empty.
 */
final class RawEvent {
    private static final String OWNERSHIP = "ownershipEntityRefs";

    String eventId = "";
    String occurredAt = "";
    String action = "";
    String subject = "";
    String user = "";
    String sessionId = "";

    @Nullable
    Double value;

    List<String> groups = List.of();
    Map<String, String> attributes = Map.of();
    Map<String, String> context = newMap();

    /** The first thing that makes it unusable. */
    @Nullable
    Refusal problem;

    void refuse(Refusal refusal) {
        if (problem == null) {
            problem = refusal;
        }
    }

    /** Removes a key from the context; empty when it wasn't there. */
    String takeFromContext(String key) {
        String taken = context.remove(key);
        return taken == null ? "" : taken;
    }

    /** The groups it says its person is in: its own field, or what a module put into the context. */
    List<String> claimedGroups() {
        return groups.isEmpty() && context.containsKey(OWNERSHIP)
                ? List.of(context.getOrDefault(OWNERSHIP, "").split(","))
                : groups;
    }

    /** Everything it says, in an order of its own, each part with its length so that none runs into another. */
    String content() {
        List<String> parts = new ArrayList<>(List.of(occurredAt, action, subject, user, sessionId));
        parts.add(value == null ? "" : value.toString());
        addSorted(parts, attributes);
        addSorted(parts, context);
        StringBuilder content = new StringBuilder();
        parts.forEach(part -> content.append(part.length()).append(':').append(part));
        return content.toString();
    }

    private static void addSorted(List<String> parts, Map<String, String> map) {
        parts.add(Integer.toString(map.size()));
        map.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            parts.add(entry.getKey());
            parts.add(entry.getValue());
        });
    }

    static Map<String, String> newMap() {
        return new LinkedHashMap<>();
    }
}
