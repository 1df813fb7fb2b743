package dev.footlights.local.demo;

import java.util.List;

/** Opens a plugin's own page from the sidebar and clicks about in it. */
record PageScenario(Page page, String path, String title, List<String> clicks) implements Scenario {
    @Override
    public void play(Trail trail) {
        trail.click(Page.SHELL, title, path);
        trail.moment(80, 400);
        trail.navigate(page, path);
        int more = trail.chance().between(0, 2);
        for (int click = 0; click < more; click++) {
            trail.pause(4, 45);
            trail.click(page, trail.chance().oneOf(clicks), path);
        }
    }
}
