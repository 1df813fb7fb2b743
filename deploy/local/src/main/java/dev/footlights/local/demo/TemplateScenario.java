package dev.footlights.local.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** Goes through a template's form: some stop at a step, some run it, a few of those again. */
record TemplateScenario(double resolve) implements Scenario {
    /** Retried, cancelled, started over. */
    private static final double[] AFTERWARDS = {5, 3, 2};

    @Override
    public void play(Trail trail) {
        Chance chance = trail.chance();
        trail.click(Page.SHELL, "Create...", "/create");
        trail.moment(80, 400);
        trail.navigate(Page.CREATE, "/create");
        trail.pause(4, 40);
        String template = chance.oneOf(Entities.TEMPLATES);
        Map<String, String> about = Map.of("entityRef", "template:default/" + template);
        click(trail, "Template has been opened", about);
        trail.moment(80, 400);
        trail.navigate(Page.CREATE, "/create/templates/default/" + template);
        int steps = Entities.steps(template);
        for (int step = 1; step <= steps; step++) {
            trail.pause(8, 90);
            if (chance.happens(0.18 * (1.2 - resolve))) {
                return;
            }
            click(trail, "Next Step (" + step + ")", about);
            // The form keeps its values in the address, which is what must be stripped before storing.
            trail.moment(50, 300);
            trail.navigate(
                    Page.CREATE,
                    "/create/templates/default/" + template + "?formData=%7B%22name%22%3A%22" + "service-"
                            + chance.between(1, 999) + "%22%7D");
        }
        trail.pause(2, 20);
        click(trail, "Create", about);
        trail.moment(200, 900);
        trail.add(
                Page.CREATE,
                "create",
                "Task has been created",
                OptionalDouble.of(Entities.minutesSaved(template)),
                Map.of("templateSteps", steps),
                about);
        trail.moment(80, 400);
        String task = chance.uuid().toString();
        trail.navigate(Page.CREATE, "/create/tasks/" + task);
        if (chance.happens(0.1)) {
            trail.pause(20, 90);
            Map<String, String> ofTask = ofTask(template, task);
            switch (chance.weighted(AFTERWARDS)) {
                case 0 -> afterwards(trail, "retried", ofTask);
                case 1 -> afterwards(trail, "cancelled", ofTask);
                default -> {
                    click(trail, "Task has been started over", ofTask);
                    trail.moment(80, 400);
                    trail.navigate(Page.CREATE, "/create/templates/default/" + template);
                }
            }
        }
    }

    /** In an order, so that the same plan gives the same bytes. */
    private static Map<String, String> ofTask(String template, String task) {
        Map<String, String> context = new LinkedHashMap<>();
        context.put("entityRef", "template:default/" + template);
        context.put("taskId", task);
        return context;
    }

    private static void afterwards(Trail trail, String action, Map<String, String> ofTask) {
        trail.add(Page.CREATE, action, "Template has been " + action, OptionalDouble.empty(), Map.of(), ofTask);
    }

    private static void click(Trail trail, String subject, Map<String, String> about) {
        trail.add(Page.CREATE, "click", subject, OptionalDouble.empty(), Map.of(), about);
    }
}
