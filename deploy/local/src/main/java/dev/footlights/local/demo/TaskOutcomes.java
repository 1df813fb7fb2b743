package dev.footlights.local.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How the demo's template runs ended, as the scaffolder's side would tell. Most are completed; what was cancelled in the portal is
 * cancelled, what was retried had failed and is completed then.
 */
final class TaskOutcomes {
    private static final String TASK_PATH = "/create/tasks/";
    private static final double FAILS = 0.08;

    private final DemoPlan plan;
    private final Map<String, String> lastTemplate = new HashMap<>();
    private final Map<String, Task> tasks = new LinkedHashMap<>();

    private TaskOutcomes(DemoPlan plan) {
        this.plan = plan;
    }

    /** A task and what people did about it. */
    private record Task(String id, String template, DemoEvent started, List<DemoEvent> later) {}

    /** In the order in which the tasks were started; what would end after the demo is still running. */
    static List<ObjectNode> of(DemoPlan plan, DemoEvents events) throws InterruptedException {
        TaskOutcomes outcomes = new TaskOutcomes(plan);
        events.forEach(outcomes::look);
        List<ObjectNode> reports = new ArrayList<>();
        outcomes.tasks.values().forEach(task -> outcomes.end(task, reports));
        return reports;
    }

    private void look(DemoEvent event) {
        String visitor = event.user().or(event::sessionId).orElse("");
        String task = event.context().getOrDefault("taskId", "");
        if (event.action().equals("create")) {
            lastTemplate.put(visitor, event.context().getOrDefault("entityRef", ""));
        } else if (event.action().equals("navigate") && event.subject().startsWith(TASK_PATH)) {
            String id = event.subject().substring(TASK_PATH.length());
            String template = lastTemplate.getOrDefault(visitor, "");
            tasks.putIfAbsent(id, new Task(id, template, event, new ArrayList<>()));
        } else if (tasks.containsKey(task)) {
            tasks.get(task).later().add(event);
        }
    }

    private void end(Task task, List<ObjectNode> reports) {
        Chance chance = Chance.of(plan.seed(), 6, UUID.fromString(task.id()).getMostSignificantBits());
        Instant ended = task.started().at().plusSeconds(chance.between(4, 18));
        for (DemoEvent event : task.later()) {
            if (event.action().equals("cancelled")) {
                tell(task, "cancelled", event.at().plusSeconds(1), reports);
                return;
            }
            if (event.action().equals("retried")) {
                tell(task, "failed", ended, reports);
                tell(task, "completed", event.at().plusSeconds(chance.between(20, 120)), reports);
                return;
            }
        }
        boolean fails = !task.later().isEmpty() || chance.happens(FAILS);
        tell(task, fails ? "failed" : "completed", ended.plusSeconds(chance.between(0, 60)), reports);
    }

    private void tell(Task task, String outcome, Instant finishedAt, List<ObjectNode> reports) {
        if (!finishedAt.isBefore(plan.end())) {
            return;
        }
        ObjectNode report = DemoReport.node()
                .put("taskId", task.id())
                .put("template", task.template())
                .put("outcome", outcome)
                .put("finishedAt", finishedAt.toString());
        task.started().user().ifPresent(user -> report.put("user", user));
        task.started().group().ifPresent(group -> report.putArray("groups").add(group));
        reports.add(report);
    }
}
