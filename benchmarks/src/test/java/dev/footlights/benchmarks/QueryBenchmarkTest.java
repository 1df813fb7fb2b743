package dev.footlights.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footlights.local.clickhouse.EmbeddedClickHouse;
import dev.footlights.local.clickhouse.SharedClickHouse;
import dev.footlights.schemas.clickhouse.Migrator;
import dev.footlights.schemas.clickhouse.Reconciliation;
import dev.footlights.schemas.clickhouse.ReconciliationReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is measured is what the product would have: its rollups equal its facts, and every question has an answer. */
class QueryBenchmarkTest {
    private static final int PEOPLE = 600;
    private static final LocalDate END = LocalDate.of(2026, 2, 10);

    @Test
    void loadedRollupsEqualLoadedFactsAndEveryQuestionIsAnswered(@TempDir Path folder) throws Exception {
        // Given
        EmbeddedClickHouse clickHouse = SharedClickHouse.get();
        String url = clickHouse.jdbcUrl("benchmark_small");
        new Migrator(url, "default", "").migrate();
        List<Integer> steps = new ArrayList<>();

        // When
        new YearOfFacts(PEOPLE, END.minusDays(50), END)
                .load(new Statements(clickHouse.httpUrl(), "benchmark_small"), (done, of) -> steps.add(done));

        // Then
        ReconciliationReport report =
                new Reconciliation(url, "default", "", ZoneOffset.UTC).run((teams, ofTeams) -> {});
        assertThat(report.differences()).isEmpty();
        assertThat(report.equal()).isTrue();
        assertThat(steps).isSorted().hasSizeGreaterThan(20);
        try (StatementRecorder recorder = new StatementRecorder(clickHouse.httpUrl());
                QueryApi api = new QueryApi(recorder.url(), "benchmark_small", folder.resolve("api.log"))) {
            for (Question question : Question.all()) {
                assertThat(api.get(question.path(3, PEOPLE, END.minusDays(1))))
                        .as(question.name())
                        .isNotEmpty();
            }
            assertThat(recorder.take()).anyMatch(one -> one.statement().contains("rollups_by_kind"));
        }
        assertThat(Files.exists(folder.resolve("api.log"))).isTrue();
    }

    @Test
    void theNearestRankIsTold() {
        double[] millis = new double[20];
        for (int answer = 0; answer < millis.length; answer++) {
            millis[answer] = 20 - answer;
        }
        Times times = Times.of(millis);
        assertThat(times.median()).isEqualTo(10);
        assertThat(times.p95()).isEqualTo(19);
        assertThat(times.least()).isEqualTo(1);
        assertThat(times.most()).isEqualTo(20);
    }
}
