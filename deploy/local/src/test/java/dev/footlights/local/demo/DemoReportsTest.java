package dev.footlights.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What other tools tell in the demo, held against its events. */
class DemoReportsTest {
    private static final DemoPlan PLAN = new DemoPlan(7, Instant.parse("2026-11-22T15:00:00Z"));
    private static final Organisation ORGANISATION = Organisation.of(PLAN);
    private static final List<DemoEvent> EVENTS = new ArrayList<>();
    private static DemoReports reports = new DemoReports(List.of(), List.of(), List.of());

    @BeforeAll
    static void generate() throws InterruptedException {
        new DemoEvents(PLAN, ORGANISATION).forEach(EVENTS::add);
        reports = new DemoData(PLAN).reports();
    }

    @Test
    void nearlyEveryRunHasAnOutcomeAndMostAreCompleted() {
        long runs = distinct(event -> event.action().equals("create"));
        Map<String, String> last = new HashMap<>();
        reports.outcomes().forEach(report -> last.put(text(report, "taskId"), text(report, "outcome")));

        assertThat((long) last.size()).isBetween(runs * 97 / 100, runs);
        assertThat(last.values().stream().filter("completed"::equals).count())
                .isGreaterThan(last.size() * 3L / 4)
                .isLessThan(last.size());
        assertThat(last).containsValues("failed", "cancelled");
        assertThat(reports.outcomes()).allSatisfy(report -> {
            assertThat(text(report, "template")).startsWith("template:default/");
            assertThat(Instant.parse(text(report, "finishedAt"))).isBefore(PLAN.end());
        });
    }

    @Test
    void whatWasCancelledIsCancelledAndWhatWasRetriedFailedFirst() {
        Map<String, List<String>> outcomes = reports.outcomes().stream()
                .collect(Collectors.groupingBy(
                        report -> text(report, "taskId"),
                        Collectors.mapping(report -> text(report, "outcome"), Collectors.toList())));

        assertThat(tasks("cancelled"))
                .isNotEmpty()
                .allSatisfy(task -> assertThat(outcomes.get(task)).containsExactly("cancelled"));
        assertThat(tasks("retried"))
                .isNotEmpty()
                .allSatisfy(task -> assertThat(outcomes.get(task)).containsExactly("failed", "completed"));
    }

    @Test
    void aboutSixtyPercentAnswerTheSurveyOnce() {
        Map<Integer, Long> scores = EVENTS.stream()
                .filter(event -> "satisfaction".equals(event.attributes().get("question")))
                .map(event -> Map.entry(event.person(), event.eventId()))
                .distinct()
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.counting()));

        assertThat(scores.values()).allMatch(count -> count == 1);
        assertThat(scores.size() / (double) ORGANISATION.people().size()).isBetween(0.5, 0.7);
        assertThat(EVENTS.stream().filter(event -> event.action().equals("survey-answer")))
                .allSatisfy(event -> {
                    assertThat(event.attributes()).containsEntry("survey", "developer-pulse");
                    double score = event.value().orElse(5);
                    boolean nps = "recommend".equals(event.attributes().get("question"));
                    assertThat(score).isBetween(nps ? 0.0 : 1.0, nps ? 10.0 : 5.0);
                });
    }

    @Test
    void everyComponentIsCheckedEachWeekAndMorePassFromWeekToWeek() {
        Map<String, List<Boolean>> byWeek = reports.checks().stream()
                .collect(Collectors.groupingBy(
                        report -> text(report, "checkedAt"),
                        TreeMap::new,
                        Collectors.mapping(report -> report.path("passed").booleanValue(), Collectors.toList())));
        List<Long> passed = byWeek.values().stream()
                .map(week -> week.stream().filter(pass -> pass).count())
                .toList();

        assertThat(byWeek).hasSizeBetween(7, 8);
        assertThat(byWeek.values()).allMatch(week -> week.size() == 15 * 5 * 5);
        assertThat(passed).isSorted();
        assertThat(passed.getLast()).isGreaterThan(passed.getFirst() + 20);
        assertThat(reports.checks().stream()
                        .map(report -> text(report, "track"))
                        .distinct())
                .hasSize(5);
    }

    @Test
    void theHackathonIsAnnotatedAndWorksMostForTheInvited() {
        ObjectNode annotation = reports.annotations().getFirst();

        assertThat(text(annotation, "firstDay")).isEqualTo("2026-11-05");
        assertThat(text(annotation, "lastDay")).isEqualTo("2026-11-06");
        assertThat(annotation.path("teams")).hasSize(2);
        Set<String> invited = ORGANISATION.leaves().stream()
                .filter(Hackathon::invites)
                .map(Team::name)
                .collect(Collectors.toSet());
        assertThat(invited).hasSize(7);
        double runsOfInvited = distinct(event -> atHackathon(event) && invited.contains(team(event)));
        double runsOfOthers = distinct(event -> atHackathon(event) && !invited.contains(team(event)));
        assertThat(runsOfInvited / invited.size())
                .isGreaterThan(runsOfOthers / (ORGANISATION.leaves().size() - invited.size()));
    }

    private static boolean atHackathon(DemoEvent event) {
        return event.action().equals("create")
                && event.person() >= 0
                && PLAN.hackathon(event.at().atZone(ZoneOffset.UTC).toLocalDate());
    }

    private static String team(DemoEvent event) {
        return ORGANISATION.people().get(event.person()).team();
    }

    private static long distinct(Predicate<DemoEvent> which) {
        return EVENTS.stream().filter(which).map(DemoEvent::eventId).distinct().count();
    }

    private static Set<String> tasks(String action) {
        Set<String> tasks = new HashSet<>();
        EVENTS.stream()
                .filter(event -> event.action().equals(action))
                .filter(event -> event.at().isBefore(PLAN.end().minusSeconds(3_600)))
                .forEach(event -> tasks.add(event.context().getOrDefault("taskId", "")));
        return tasks;
    }

    private static String text(ObjectNode report, String field) {
        return report.path(field).asText();
    }
}
