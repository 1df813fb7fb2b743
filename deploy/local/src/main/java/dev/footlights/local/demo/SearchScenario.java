package dev.footlights.local.demo;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Types into the search box, which reports each pause in typing, and opens a result or doesn't. */
record SearchScenario(List<Team> teams) implements Scenario {
    private static final List<String> TERMS = List.of(
            "payments api",
            "checkout",
            "on-call",
            "kafka topic",
            "deploy to production",
            "postgres",
            "feature flags",
            "style guide",
            "incident",
            "ledger",
            "risk score",
            "terraform",
            "grafana",
            "pricing rules",
            "data contract",
            "how to rotate secrets",
            "service template",
            "gateway",
            "access review",
            "cost report");

    private static final List<String> NOTHING_FOUND = List.of(
            "kubctl",
            "onbording",
            "gpu quota",
            "vault namespace",
            "holiday calender",
            "mainframe",
            "figma plugin",
            "sandbox reset");

    private static final Map<String, String> SEARCH_TYPES = Map.of("searchTypes", "software-catalog,techdocs");

    @Override
    public void play(Trail trail) {
        Chance chance = trail.chance();
        boolean found = !chance.happens(0.17);
        String term = found ? chance.oneOf(TERMS) : chance.oneOf(NOTHING_FOUND);
        int results = found ? chance.between(1, 60) : 0;
        type(trail, term, results);
        if (found && chance.happens(0.15)) {
            trail.pause(3, 8);
            search(trail, term, Math.max(1, results / 3));
        }
        if (found && chance.happens(0.68)) {
            trail.pause(2, 20);
            String name = Entities.component(trail, teams);
            String path = "/docs/default/component/" + name;
            int rank = 1 + (int) (9 * chance.fraction() * chance.fraction());
            trail.add(Page.SEARCH, "discover", name, OptionalDouble.of(rank), Map.of("to", path), SEARCH_TYPES);
            trail.moment(80, 400);
            trail.navigate(Page.DOCS, path);
        } else if (!found && chance.happens(0.5)) {
            trail.pause(3, 15);
            type(trail, chance.oneOf(TERMS), chance.between(1, 60));
        }
    }

    /** Each prefix comes within two seconds of the one before. */
    private static void type(Trail trail, String term, int results) {
        Chance chance = trail.chance();
        int length = Math.min(term.length(), chance.between(2, 4));
        while (length < term.length()) {
            search(
                    trail,
                    term.substring(0, length),
                    results == 0 ? chance.between(0, 5) : results + term.length() - length);
            trail.moment(250, 1_400);
            length += chance.between(2, 6);
        }
        search(trail, term, results);
    }

    private static void search(Trail trail, String term, int results) {
        trail.add(Page.SEARCH, "search", term, OptionalDouble.of(results), Map.of(), SEARCH_TYPES);
    }
}
