package dev.footlights.benchmarks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Facts and rollups of a made-up organisation, written into the tables directly: what the streams processor would have
 * written for its events. The same people and days make the same facts.
 *
 * @param people in teams of 50 and departments of 500
 * @param first day of use
 * @param end the day after the last
 */
record YearOfFacts(int people, LocalDate first, LocalDate end) {
    /** How often the last days are written once more, so that they lie in several parts as they do while events come. */
    private static final int AGAIN = 2;

    private static final List<String> KINDS = List.of("hour", "day", "week", "month");

    /** Something to load. */
    private record Step(String file, Map<String, String> values) {}

    /**
     * Fills empty tables.
     *
     * @param progress is told after each step
     */
    void load(Statements statements, Progress progress) {
        List<Step> steps = steps();
        for (int done = 0; done < steps.size(); done++) {
            Step step = steps.get(done);
            for (String statement : Statements.of(step.file())) {
                statements.run(statement, step.values());
            }
            progress.done(done + 1, steps.size());
        }
        settle(statements);
        for (int time = 0; time < AGAIN; time++) {
            for (String statement : Statements.of("07_again.sql")) {
                statements.run(statement, values());
            }
        }
    }

    /** What lies there for a while lies in one part. */
    private static void settle(Statements statements) {
        String parts = statements.run(
                "SELECT table, partition FROM system.parts WHERE active AND database = currentDatabase()"
                        + " AND table IN ('activity_facts', 'template_facts', 'first_touches', 'presence_days', 'session_facts', 'rollups_by_kind')"
                        + " GROUP BY table, partition HAVING count() > 1 FORMAT TSV",
                Map.of());
        parts.lines()
                .map(line -> line.split("\t", -1))
                .forEach(part -> statements.run(
                        "OPTIMIZE TABLE " + part[0] + " PARTITION " + part[1].replace("\\'", "'") + " FINAL",
                        Map.of()));
    }

    private List<Step> steps() {
        List<LocalDate> months = first.withDayOfMonth(1)
                .datesUntil(end, java.time.Period.ofMonths(1))
                .toList();
        List<Step> steps = new ArrayList<>(List.of(new Step("01_roster.sql", values())));
        months.forEach(month -> steps.add(new Step("02_activity.sql", values(month))));
        steps.add(new Step("03_first_uses.sql", Map.of()));
        months.forEach(month -> steps.add(new Step("04_sessions.sql", values(month))));
        for (LocalDate month : months) {
            for (String kind : KINDS) {
                Map<String, String> values = values(month);
                values.put("kind", kind);
                steps.add(new Step("05_rollups.sql", values));
            }
        }
        steps.add(new Step("06_outcomes.sql", Map.of()));
        return steps;
    }

    private Map<String, String> values(LocalDate month) {
        Map<String, String> values = values();
        values.put("month", month.toString());
        return values;
    }

    private Map<String, String> values() {
        Map<String, String> values = new HashMap<>();
        values.put("people", Integer.toString(people));
        values.put("days", Long.toString(first.until(end, java.time.temporal.ChronoUnit.DAYS)));
        values.put("first", first.toString());
        values.put("end", end.toString());
        return values;
    }
}
