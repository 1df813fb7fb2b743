package dev.footlights.local.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** What a checking tool finds each Monday morning about every component: more and more of them pass. */
final class MaturityChecks {
    private static final LocalTime RUN = LocalTime.of(5, 30);
    private static final double LEAST_GAINED = 0.1;
    private static final double MOST_GAINED = 0.35;

    /** What is asked, and the share of components that passes when the weeks begin. */
    private record Check(String id, String track, String level, double passes) {}

    private static final List<Check> CHECKS = List.of(
            new Check("has-owner", "ownership", "bronze", 0.8),
            new Check("has-documentation", "documentation", "bronze", 0.55),
            new Check("runbook-linked", "reliability", "silver", 0.35),
            new Check("tests-on-every-change", "quality", "silver", 0.45),
            new Check("no-critical-vulnerabilities", "security", "gold", 0.3));

    private MaturityChecks() {}

    /** In order of time. */
    static List<ObjectNode> of(DemoPlan plan, Organisation organisation) {
        List<ObjectNode> results = new ArrayList<>();
        LocalDate monday = plan.firstDay().with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        for (LocalDate day = monday; !day.isAfter(plan.lastDay()); day = day.plusWeeks(1)) {
            Instant at = day.atTime(RUN).toInstant(ZoneOffset.UTC);
            if (at.isBefore(plan.end())) {
                for (Team team : organisation.leaves()) {
                    addResults(plan, team, at, plan.progress(day), results);
                }
            }
        }
        return results;
    }

    /** Each component has its fixed place in the queue of those that pass, which grows; so what passes goes on passing. */
    private static void addResults(DemoPlan plan, Team team, Instant at, double progress, List<ObjectNode> results) {
        for (String component : Entities.components(team)) {
            for (Check check : CHECKS) {
                Chance chance = Chance.of(
                        plan.seed(), 7, component.hashCode(), check.id().hashCode());
                double place = chance.fraction();
                double gained = progress * (LEAST_GAINED + (MOST_GAINED - LEAST_GAINED) * chance.fraction());
                boolean passed = place < check.passes() + gained;
                results.add(DemoReport.node()
                        .put("check", check.id())
                        .put("entity", "component:default/" + component)
                        .put("passed", passed)
                        .put("checkedAt", at.toString())
                        .put("track", check.track())
                        .put("level", check.level())
                        .put("fact", passed)
                        .put("owner", team.ref()));
            }
        }
    }
}
