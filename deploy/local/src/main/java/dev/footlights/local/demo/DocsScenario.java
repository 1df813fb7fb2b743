package dev.footlights.local.demo;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Reads documentation: a site, some of its pages, now and then one that doesn't exist. */
record DocsScenario(List<Team> teams) implements Scenario {
    private static final List<String> PAGES = List.of(
            "getting-started", "architecture", "runbook", "configuration", "api", "on-call", "faq", "decisions/0001");

    @Override
    public void play(Trail trail) {
        Chance chance = trail.chance();
        String name = Entities.component(trail, teams);
        Map<String, Object> route = Entities.route(name);
        String site = "/docs/default/component/" + name;
        trail.navigate(Page.DOCS, site, route);
        int pages = chance.between(1, 5);
        for (int page = 0; page < pages; page++) {
            String path = site + "/" + chance.oneOf(PAGES);
            trail.pause(10, 180);
            if (chance.happens(0.04)) {
                trail.add(Page.DOCS, "not-found", path + "-old", OptionalDouble.empty(), route, Map.of());
                continue;
            }
            trail.navigate(Page.DOCS, path + (chance.happens(0.25) ? "#prerequisites" : ""), route);
        }
    }
}
