package dev.footlights.systemtest.pipeline;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Runs {@code recount.mjs compare}.
 *
 * @param api base URL of the query API
 * @param reports options naming what other tools told, each in order of sending
 * @param files options naming the events, in order of sending
 * @param catalog of the roster
 */
public record Recount(String api, List<String> reports, List<String> files, Path catalog) {
    /** The KPIs that are recounted for the finest periods too, where there are very many cells. */
    public static final String BASIC_KPIS = "--kpis=active-users,new-users,events,page-views,interactions,"
            + "template-runs,minutes-saved,searches,adoption-rate";

    private static final String DEFAULT_HOURLY_RATE = "60";
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** Compares the cells of some days; status 0 when all are equal. */
    public Node.Result compare(LocalDate from, LocalDate to, String... more) {
        List<String> arguments = new ArrayList<>(List.of("recount/recount.mjs", "compare", "--api", api));
        arguments.addAll(reports);
        arguments.addAll(files);
        arguments.addAll(List.of("--catalog", catalog.toString(), "--from", from.toString(), "--to", to.toString()));
        arguments.addAll(List.of("--floor", "1", "--hourly-rate", DEFAULT_HOURLY_RATE));
        arguments.addAll(Arrays.asList(more));
        return Node.run(Tree.root().resolve("system-tests"), arguments.toArray(String[]::new));
    }

    /**
     * Waits until all cells are equal.
     *
     * @throws AssertionError with the differences when they stay
     */
    public void awaitEqual(LocalDate from, LocalDate to, String... more) {
        Node.Result[] latest = new Node.Result[1];
        long begun = System.nanoTime();
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(300))
                    .until(() -> {
                        latest[0] = compare(from, to, more);
                        return latest[0].status() == 0;
                    });
        } catch (ConditionTimeoutException stayed) {
            throw new AssertionError(latest[0].output(), stayed);
        }
        System.out.printf(
                "%s to %s %s: %s, after %d s%n",
                from,
                to,
                String.join(" ", more),
                latest[0].output().lines().reduce("", (first, last) -> last),
                TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun));
    }
}
