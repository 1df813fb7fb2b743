package dev.footlights.local.demo;

import java.util.List;

/** Looks through the catalog: every filter is a navigate of the same path, then entities and their graph. */
record CatalogScenario(List<Team> teams) implements Scenario {
    private static final List<String> FILTERS = List.of(
            "?filters%5Bkind%5D=component&filters%5Buser%5D=owned",
            "?filters%5Bkind%5D=component&filters%5Buser%5D=all",
            "?filters%5Bkind%5D=component&filters%5Btype%5D=service&filters%5Buser%5D=all",
            "?filters%5Bkind%5D=system&filters%5Buser%5D=all",
            "?filters%5Bkind%5D=component&filters%5Blifecycles%5D=production&limit=20");

    @Override
    public void play(Trail trail) {
        Chance chance = trail.chance();
        trail.click(Page.SHELL, "Catalog", "/catalog");
        trail.moment(80, 400);
        trail.navigate(Page.CATALOG, "/catalog");
        int filters = chance.between(0, 3);
        for (int filter = 0; filter < filters; filter++) {
            trail.pause(1, 9);
            trail.navigate(Page.CATALOG, "/catalog" + chance.oneOf(FILTERS));
        }
        int entities = chance.between(1, 3);
        for (int entity = 0; entity < entities; entity++) {
            String name = Entities.component(trail, teams);
            String path = "/catalog/default/component/" + name;
            trail.pause(3, 40);
            trail.click(Page.CATALOG, name, path);
            trail.moment(80, 400);
            trail.navigate(Page.ENTITY, path, Entities.route(name));
            if (chance.happens(0.2)) {
                trail.pause(5, 60);
                trail.navigate(Page.ENTITY, path + "#dependencies");
            }
        }
    }
}
