package dev.footlights.local.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** The demo's hackathon: two days on which some departments try templates, as an annotation tells it. */
final class Hackathon {
    private static final Set<String> DEPARTMENTS = Set.of("commerce", "data");

    private Hackathon() {}

    static boolean invites(Team team) {
        return team.parent().filter(DEPARTMENTS::contains).isPresent();
    }

    static ObjectNode annotation(DemoPlan plan) {
        ObjectNode annotation = DemoReport.node()
                .put("id", "hackathon")
                .put("title", "Golden path hackathon")
                .put("kind", "hackathon")
                .put("firstDay", plan.hackathonStart().toString())
                .put("lastDay", plan.hackathonStart().plusDays(1).toString());
        ArrayNode teams = annotation.putArray("teams");
        DEPARTMENTS.stream().sorted().forEach(name -> teams.add("group:default/" + name));
        annotation.putArray("features").add("templates");
        return annotation.put("note", "Two days to start something new from a template.");
    }
}
