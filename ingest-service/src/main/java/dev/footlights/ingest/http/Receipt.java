package dev.footlights.ingest.http;

import dev.footlights.ingest.event.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a request's elements, all of it durable.
 *
 * @param accepted how many will be counted
 * @param refused the others, in order
 */
record Receipt(int accepted, List<Refused> refused) {
    private static final int LONGEST_ID = 128;

    /**
     * A refused element.
     *
     * @param index its place in the batch, from 0
     * @param idField what the answer calls its id; empty when it has none
     */
    record Refused(int index, Optional<String> idField, String id, Outcome.Rejected rejected) {
        Map<String, Object> toJson() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("index", index);
            if (!id.isEmpty() && id.length() <= LONGEST_ID) {
                idField.ifPresent(name -> json.put(name, id));
            }
            json.put("reason", rejected.code());
            json.put("detail", rejected.detail());
            return json;
        }
    }

    List<Map<String, Object>> refusedJson() {
        List<Map<String, Object>> json = new ArrayList<>(refused.size());
        refused.forEach(event -> json.add(event.toJson()));
        return json;
    }

    /** 202 when nothing was refused, 422 when everything was, else 207. */
    int status() {
        return refused.isEmpty() ? 202 : accepted == 0 ? 422 : 207;
    }
}
