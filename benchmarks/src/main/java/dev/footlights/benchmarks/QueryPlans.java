package dev.footlights.benchmarks;

import dev.footlights.benchmarks.QueryBenchmark.Measured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** Writes what ClickHouse does for the slowest questions: each one's slowest statement, with the parts and granules it reads. */
final class QueryPlans {
    private static final int SLOWEST = 5;
    private static final int LONGEST_LINE = 160;
    private static final String FRESHNESS_AND_TEAMS =
            "/api/v1/kpis/active-users?granularity=day&from=2000-01-01&to=2000-01-01";
    /** What the query API remembers is read anew after that. */
    private static final Duration OLD = Duration.ofMillis(1_100);

    private static final Pattern LONG_LIST = Pattern.compile("(('[^']*'|\\d+), ?){8,}('[^']*'|\\d+)");

    private QueryPlans() {}

    /**
     * Asks the slowest questions once more through the recorder, and explains.
     *
     * @param measured all that was timed
     * @param asked how to ask the query API whose statements are recorded
     */
    static void write(
            Path file,
            List<Measured> measured,
            QueryApi asked,
            StatementRecorder recorder,
            Statements statements,
            int people,
            LocalDate last)
            throws IOException {
        StringBuilder text = new StringBuilder("""
                # Query plans of the slowest questions

                Made by `benchmarks` (see its README) on a year of %,d people. For each of the five questions with the highest p95 of those that ask ClickHouse anything: the
                statement of it that took longest, and what ClickHouse reads for it. Others are answered from memory. Long lists of values are shortened.
                """.formatted(people));
        int written = 0;
        List<Measured> slowest = measured.stream()
                .sorted(Comparator.comparingDouble(
                        (Measured one) -> -one.times().p95()))
                .toList();
        for (Measured one : slowest) {
            List<StatementRecorder.Recorded> recorded = recorded(one, asked, recorder, people, last);
            if (recorded.isEmpty() || written == SLOWEST) {
                continue;
            }
            written++;
            StatementRecorder.Recorded longest = recorded.stream()
                    .max(Comparator.comparingDouble(StatementRecorder.Recorded::millis))
                    .orElseThrow();
            text.append("\n## ").append(one.question().name()).append('\n');
            text.append("\np95 %.0f ms; statements: %d, of which this one took %.0f ms:\n"
                    .formatted(one.times().p95(), recorded.size(), longest.millis()));
            text.append("\n```sql\n").append(readable(longest.statement())).append("\n```\n");
            String plan = statements.run("EXPLAIN indexes = 1 " + longest.statement(), Map.of());
            text.append("\n```\n").append(shortened(plan.replace("\\'", "'"))).append("```\n");
        }
        Files.writeString(file, text);
    }

    /** The statements of the question itself, in a warm service: what is read for all questions is read for another just before. */
    private static List<StatementRecorder.Recorded> recorded(
            Measured one, QueryApi asked, StatementRecorder recorder, int people, LocalDate last) {
        asked.get(one.question().path(0, people, last));
        LockSupport.parkNanos(OLD.toNanos());
        asked.get(FRESHNESS_AND_TEAMS);
        recorder.take();
        asked.get(one.question().path(1, people, last));
        return recorder.take();
    }

    private static String readable(String statement) {
        return shortened(statement.replaceAll(
                        " (FROM|WHERE|GROUP BY|HAVING|ORDER BY|SETTINGS|INNER JOIN|LEFT JOIN) ", "\n$1 "))
                .strip();
    }

    private static String shortened(String text) {
        StringBuilder lines = new StringBuilder();
        LONG_LIST
                .matcher(text)
                .replaceAll(list -> list.group().split(",", -1)[0] + ", …, " + list.group(3))
                .lines()
                .map(line -> line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line)
                .forEach(line -> lines.append(line).append('\n'));
        return lines.toString();
    }
}
