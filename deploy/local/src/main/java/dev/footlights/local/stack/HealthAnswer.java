package dev.footlights.local.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** Reads the answer of a service's {@code /health/ready} in a few words. */
final class HealthAnswer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 160;

    private HealthAnswer() {}

    /** Which checks fail, as "kafka: no broker"; else the status alone. */
    static String failing(int status, String body) {
        List<String> failing = new ArrayList<>();
        try {
            for (JsonNode check : JSON.readTree(body).path("checks")) {
                if (!check.path("status").asText("").equalsIgnoreCase("up")) {
                    failing.add(check.path("name").asText("a check") + ": "
                            + check.path("detail").asText("not ready"));
                }
            }
        } catch (JsonProcessingException notJson) {
            return "status " + status;
        }
        if (failing.isEmpty()) {
            return "status " + status;
        }
        String words = String.join("; ", failing);
        return words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words;
    }
}
