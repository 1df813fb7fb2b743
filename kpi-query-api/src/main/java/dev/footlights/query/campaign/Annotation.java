package dev.footlights.query.campaign;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that was done to spread the portal, and when.
 *
 * @param id lower-case name used in URLs
 * @param lastDay the first day or later
 * @param teams invited; none for everybody
 * @param features it is about; none for all
 * @param note may be empty
 * @param link http or https address, or empty
 */
public record Annotation(
        String id,
        String title,
        Kind kind,
        LocalDate firstDay,
        LocalDate lastDay,
        List<String> teams,
        List<String> features,
        String note,
        String link) {
    public Annotation {
        teams = List.copyOf(teams);
        features = List.copyOf(features);
    }

    /** What it was. */
    public enum Kind {
        DEMO,
        HACKATHON,
        TALK,
        TRAINING,
        RELEASE,
        OTHER
    }

    /** As it is told. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("title", title);
        json.put("kind", AnnotationReader.text(kind));
        json.put("firstDay", firstDay.toString());
        json.put("lastDay", lastDay.toString());
        json.put("teams", teams);
        json.put("features", features);
        json.put("note", note);
        json.put("link", link);
        return json;
    }
}
