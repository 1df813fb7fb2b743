package dev.footlights.systemtest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footlights.systemtest.pipeline.Http;
import dev.footlights.systemtest.pipeline.Launcher;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Single figures of the API. */
record Figures(Launcher launcher) {
    /** A KPI over the API's default days, for each team that has one; none for a feature not used yet. */
    Map<String, Double> byTeam(String kpi, String feature) {
        String query = "?granularity=total&groupBy=team&limit=1000&feature="
                + URLEncoder.encode(feature, StandardCharsets.UTF_8);
        Http.Answer answer = Http.get(launcher.query("/api/v1/kpis/" + kpi + query));
        if (answer.status() != 200 && answer.status() != 404) {
            throw new IllegalStateException(answer.status() + ": " + answer.body());
        }
        Map<String, Double> values = new TreeMap<>();
        for (JsonNode row : answer.json().path("rows")) {
            if (row.path("value").asDouble() != 0) {
                values.put(row.path("team").asText(), row.path("value").asDouble());
            }
        }
        return values;
    }
}
