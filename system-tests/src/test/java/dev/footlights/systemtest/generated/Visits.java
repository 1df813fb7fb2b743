package dev.footlights.systemtest.generated;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What people do on a visit, with what makes counting hard: filters, returns to the same page, typing, corrections. */
final class Visits {
    private static final List<String> TERMS =
            List.of("payments", "pager", "roster", "kafka", "orders api", "é-commerce");
    private static final List<String> TEMPLATES = List.of("template:default/service", "template:default/library");
    private static final long HALF_HOUR = Duration.ofMinutes(30).toMillis();

    private final Random random;

    Visits(Random random) {
        this.random = random;
    }

    /** The deeds of one visit, in order. */
    List<Deed> next() {
        List<Deed> deeds = new ArrayList<>();
        int stations = 1 + random.nextInt(4);
        for (int station = 0; station < stations; station++) {
            switch (random.nextInt(6)) {
                case 0 -> look(deeds);
                case 1 -> search(deeds);
                case 2 -> template(deeds);
                case 3 -> tabs(deeds);
                case 4 -> odds(deeds);
                default -> {
                    look(deeds);
                    deeds.add(Deed.of(pause(60), "click", "Owner", Deed.plugin("catalog")));
                }
            }
        }
        return deeds;
    }

    private void look(List<Deed> deeds) {
        String path = pick(Deed.PATHS);
        deeds.add(navigate(pause(120), path));
        switch (random.nextInt(5)) {
            case 0 -> deeds.add(navigate(pause(30), path + "?filters[kind]=" + random.nextInt(9)));
            case 1 -> deeds.add(navigate(pause(30), path + (path.endsWith("/") ? "#top" : "/#top")));
            case 2 -> deeds.add(navigate(HALF_HOUR, path));
            case 3 -> deeds.add(navigate(HALF_HOUR - 1, path));
            default -> {}
        }
    }

    private void search(List<Deed> deeds) {
        String term = pick(TERMS);
        for (int typed = 1 + random.nextInt(3); typed < term.length(); typed += 1 + random.nextInt(4)) {
            deeds.add(searchFor(term.substring(0, typed), pick(List.of(1L, 200L, 600L, 1_999L, 2_000L, 5_000L))));
            if (random.nextInt(8) == 0) {
                deeds.add(Deed.of(10, "click", "Types", Deed.plugin("search")));
            }
        }
        deeds.add(searchFor(term, 400));
        if (random.nextBoolean()) {
            open(deeds);
        } else if (random.nextBoolean()) {
            deeds.add(searchFor(pick(TERMS), 900));
        }
    }

    /** Opens one result or two, some at the limits of what still belongs to the search, some without saying their rank. */
    private void open(List<Deed> deeds) {
        long pause = pick(List.of(800L, 20_000L, HALF_HOUR - 1, HALF_HOUR));
        deeds.add(Deed.of(pause, "discover", "Result", 1 + random.nextInt(9), Deed.plugin("search")));
        switch (random.nextInt(4)) {
            case 0 ->
                deeds.add(Deed.of(pause(20), "discover", "Far down", random.nextInt(90, 150), Deed.plugin("search")));
            case 1 -> deeds.add(Deed.of(pause(20), "discover", "Unranked", Deed.plugin("search")));
            default -> {}
        }
    }

    private void template(List<Deed> deeds) {
        var scaffolder = Map.<String, Object>of("pluginId", "scaffolder", "entityRef", pick(TEMPLATES));
        deeds.add(Deed.of(pause(60), "click", "Template has been opened", scaffolder));
        deeds.add(Deed.of(pause(60), "click", "Next Step (1)", scaffolder));
        deeds.add(Deed.of(pause(60), "click", "Next Step (2)", scaffolder));
        switch (random.nextInt(6)) {
            case 0 -> {}
            case 1 -> deeds.add(Deed.of(pause(60), "create", "Task has been created", scaffolder));
            case 2 ->
                deeds.add(Deed.of(
                        pause(60),
                        "create",
                        "Task has been created",
                        random.nextInt(1, 100_000) / 1_000.0,
                        scaffolder));
            case 3 -> deeds.add(Deed.of(pause(60), "retried", "Template has been retried", scaffolder));
            case 4 -> deeds.add(Deed.of(pause(60), "click", "Task has been started over", scaffolder));
            default -> deeds.add(Deed.of(pause(60), "cancelled", "Template has been cancelled", scaffolder));
        }
    }

    private void tabs(List<Deed> deeds) {
        deeds.add(Deed.of(
                pause(60), "click", "Pods", Deed.entityTab(pick(List.of("kubernetes", "argocd", "lighthouse")))));
        deeds.add(Deed.of(
                pause(60), "click", "Refresh", Deed.plugin(pick(List.of("pagerduty", "Not A Plugin", "root")))));
    }

    private void odds(List<Deed> deeds) {
        switch (random.nextInt(4)) {
            case 0 -> deeds.add(Deed.of(pause(60), "signIn", "success", Deed.plugin("core")));
            case 1 -> deeds.add(Deed.of(pause(60), "not-found", "/docs/none", Deed.plugin("techdocs")));
            case 2 -> deeds.add(Deed.of(pause(60), "click", "", Map.of()));
            default -> deeds.add(Deed.of(0, "deselect", "😀 مرحبا", Deed.plugin("cost-insights")));
        }
    }

    private static Deed navigate(long pauseMillis, String subject) {
        return Deed.of(pauseMillis, "navigate", subject, Deed.plugin("catalog"));
    }

    private Deed searchFor(String term, long pauseMillis) {
        return Deed.of(pauseMillis, "search", term, random.nextInt(3), Deed.plugin("search"));
    }

    private long pause(int mostSeconds) {
        return random.nextLong(1, mostSeconds * 1_000L);
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
