package dev.footlights.local.demo;

import java.util.List;

/** Opens a tab of a component's page and works in it. */
record TabScenario(List<Team> teams, Page page, String tab, List<String> clicks) implements Scenario {
    @Override
    public void play(Trail trail) {
        Chance chance = trail.chance();
        String name = Entities.component(trail, teams);
        String path = "/catalog/default/component/" + name;
        trail.navigate(Page.ENTITY, path, Entities.route(name));
        trail.pause(2, 15);
        trail.navigate(page, path + "/" + tab);
        int more = chance.between(0, 3);
        for (int click = 0; click < more; click++) {
            trail.pause(4, 60);
            trail.click(page, chance.oneOf(clicks), path + "/" + tab);
        }
    }
}
