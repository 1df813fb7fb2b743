package dev.footlights.systemtest.generated;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An event of the native format and what must become of it.
 *
 * @param json its fields
 */
public record SentEvent(Map<String, Object> json, Fate fate) {
    static SentEvent accepted(Map<String, Object> json) {
        return new SentEvent(json, new Fate.Accepted());
    }

    /** The event with a field changed, or without it when the value is empty, bound to be refused. */
    SentEvent spoilt(String field, String value, String reason) {
        Map<String, Object> changed = new LinkedHashMap<>(json);
        if (value.isEmpty()) {
            changed.remove(field);
        } else {
            changed.put(field, value);
        }
        return new SentEvent(changed, new Fate.Refused(reason));
    }

    /** The event with a field changed and nothing else. */
    SentEvent with(String field, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(json);
        changed.put(field, value);
        return new SentEvent(changed, fate);
    }
}
