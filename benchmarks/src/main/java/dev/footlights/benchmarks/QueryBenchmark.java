package dev.footlights.benchmarks;

import dev.footlights.local.clickhouse.EmbeddedClickHouse;
import dev.footlights.schemas.clickhouse.Migrator;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "queries",
        description = {
            "How long the query API takes for a year of a large organisation, on the embedded engine.",
            "Loads facts into a data folder, or uses those that are there; starts the built query API with its own settings;",
            "asks every question once a round, in another order each time and about other teams."
        },
        mixinStandardHelpOptions = true)
final class QueryBenchmark implements Callable<Integer> {
    private static final String DATABASE = "footlights";
    private static final int WARM_UP = 3;

    @Option(names = "--people", defaultValue = "10000", description = "in the organisation (default: ${DEFAULT-VALUE})")
    private int people;

    @Option(names = "--days", defaultValue = "365", description = "of use, up to yesterday (default: ${DEFAULT-VALUE})")
    private int days;

    @Option(names = "--rounds", defaultValue = "60", description = "timed (default: ${DEFAULT-VALUE})")
    private int rounds;

    @Option(
            names = "--data",
            defaultValue = "benchmarks/target/year",
            description = "folder of the engine's data (default: ${DEFAULT-VALUE})")
    private Path data = Path.of("year");

    @Option(names = "--only", defaultValue = "", description = "questions whose name contains this")
    private String only = "";

    @Option(names = "--plans", description = "file to write the query plans of the slowest five to")
    private Optional<Path> plans = Optional.empty();

    /** A question and how long its answers took. */
    record Measured(Question question, Times times) {
        boolean kept() {
            return times.p95() <= question.promise();
        }
    }

    @Override
    public Integer call() throws IOException, SQLException {
        Files.createDirectories(data);
        try (EmbeddedClickHouse clickHouse = EmbeddedClickHouse.start(data, 0)) {
            new Migrator(clickHouse.jdbcUrl(DATABASE), "default", "").migrate();
            Statements statements = new Statements(clickHouse.httpUrl(), DATABASE);
            LocalDate last = loaded(statements);
            System.out.println(described(statements));
            List<Measured> measured = measure(clickHouse.httpUrl(), last);
            print(System.out, measured);
            if (plans.isPresent()) {
                writePlans(plans.get(), clickHouse.httpUrl(), statements, measured, last);
            }
            return measured.stream().allMatch(Measured::kept) ? 0 : 1;
        }
    }

    /** The last day there is; loads a year when there is none. */
    private LocalDate loaded(Statements statements) {
        if (statements
                .run("SELECT count() FROM template_outcomes", Map.of())
                .strip()
                .equals("0")) {
            LocalDate today = LocalDate.now(ZoneOffset.UTC);
            new YearOfFacts(people, today.minusDays(days), today).load(statements, Progress.on(System.out, "Loading"));
        }
        people = Integer.parseInt(
                statements.run("SELECT count() FROM roster", Map.of()).strip());
        return LocalDate.parse(
                statements.run("SELECT max(day) FROM activity_facts", Map.of()).strip());
    }

    private String described(Statements statements) {
        String[] counts = statements
                .run(
                        "SELECT sumIf(events, team = 'org'), count(), uniqExact(day), uniqExact(team) FROM activity_facts FORMAT TSV",
                        Map.of())
                .strip()
                .split("\t", -1);
        return "%,d people, %s days, %s teams, %,d events, %,d rows of activity; %d processors"
                .formatted(
                        people,
                        counts[2],
                        counts[3],
                        Long.parseLong(counts[0]),
                        Long.parseLong(counts[1]),
                        Runtime.getRuntime().availableProcessors());
    }

    private List<Measured> measure(String clickHouse, LocalDate last) throws IOException {
        List<Question> questions = Question.all().stream()
                .filter(question -> question.name().contains(only))
                .toList();
        double[][] millis = new double[questions.size()][rounds];
        List<Integer> order = new ArrayList<>();
        for (int question = 0; question < questions.size(); question++) {
            order.add(question);
        }
        Random random = new Random(1);
        Progress progress = Progress.on(System.out, "Asking");
        try (QueryApi api = new QueryApi(clickHouse, DATABASE, log())) {
            for (int round = -WARM_UP; round < rounds; round++) {
                Collections.shuffle(order, random);
                for (int question : order) {
                    String path = questions.get(question).path(round, people, last);
                    long begun = System.nanoTime();
                    api.get(path);
                    if (round >= 0) {
                        millis[question][round] = (System.nanoTime() - begun) / 1e6;
                    }
                }
                progress.done(round + WARM_UP + 1, rounds + WARM_UP);
            }
        }
        List<Measured> measured = new ArrayList<>();
        for (int question = 0; question < questions.size(); question++) {
            measured.add(new Measured(questions.get(question), Times.of(millis[question])));
        }
        return measured;
    }

    private Path log() throws IOException {
        return Files.createDirectories(data.resolveSibling("logs")).resolve("query-api.log");
    }

    private void writePlans(
            Path file, String clickHouse, Statements statements, List<Measured> measured, LocalDate last)
            throws IOException {
        try (StatementRecorder recorder = new StatementRecorder(clickHouse);
                QueryApi api = new QueryApi(recorder.url(), DATABASE, log())) {
            QueryPlans.write(file, measured, api, recorder, statements, people, last);
        }
        System.out.println(file + " is written.");
    }

    private static void print(PrintStream out, List<Measured> measured) {
        out.println();
        out.println("| question | median ms | p95 ms | least–most | promised p95 |");
        out.println("|---|---|---|---|---|");
        measured.forEach(one -> out.println("| %s | %.0f | %.0f | %.0f–%.0f | %d%s |"
                .formatted(
                        one.question().name(),
                        one.times().median(),
                        one.times().p95(),
                        one.times().least(),
                        one.times().most(),
                        one.question().promise(),
                        one.kept() ? "" : " **missed**")));
        out.println();
        long kept = measured.stream().filter(Measured::kept).count();
        out.println(kept + " of " + measured.size() + " promises are kept.");
    }
}
