package dev.footlights.local.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What there is in the demo's catalog to look at. */
final class Entities {
    static final List<String> TEMPLATES =
            List.of("spring-boot-service", "react-app", "python-job", "terraform-module", "docs-site", "kafka-topic");

    private static final List<String> KINDS = List.of("api", "web", "worker", "gateway", "store");

    private Entities() {}

    /** All of a team's components. */
    static List<String> components(Team team) {
        return KINDS.stream().map(kind -> team.name() + "-" + kind).toList();
    }

    /** A component: mostly one of the own team, else of another. */
    static String component(Trail trail, List<Team> teams) {
        Chance chance = trail.chance();
        String own = trail.visitor().team();
        boolean stays = teams.stream().anyMatch(team -> team.name().equals(own)) && chance.happens(0.7);
        String team = stays ? own : chance.oneOf(teams).name();
        return team + "-" + chance.oneOf(KINDS);
    }

    /** The parameters of a component's route, in the order of the route. */
    static Map<String, Object> route(String component) {
        Map<String, Object> route = new LinkedHashMap<>();
        route.put("namespace", "default");
        route.put("kind", "component");
        route.put("name", component);
        return route;
    }

    /** Minutes that a run of a template saves, as its author has written into it. */
    static double minutesSaved(String template) {
        return switch (template) {
            case "spring-boot-service" -> 480;
            case "react-app" -> 300;
            case "python-job" -> 180;
            case "terraform-module" -> 240;
            case "docs-site" -> 45;
            default -> 12.5;
        };
    }

    /** Pages of a form before it can be sent. */
    static int steps(String template) {
        return template.equals("docs-site") || template.equals("kafka-topic") ? 2 : 3;
    }
}
