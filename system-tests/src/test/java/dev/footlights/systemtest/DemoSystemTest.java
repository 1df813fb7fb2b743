package dev.footlights.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footlights.systemtest.generated.Report;
import dev.footlights.systemtest.pipeline.ChildProcess;
import dev.footlights.systemtest.pipeline.Launcher;
import dev.footlights.systemtest.pipeline.Node;
import dev.footlights.systemtest.pipeline.Recount;
import dev.footlights.systemtest.pipeline.ScratchTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The first thing anyone does: the demo, from a tree to its figures, with the settings it comes with. */
class DemoSystemTest {
    private static final Duration DEMO = Duration.ofMinutes(8);
    private static final Duration STOPPING = Duration.ofMinutes(2);

    @Test
    void theDemoIsCountedRightKeptAndStoppedClean() throws IOException {
        try (ScratchTree tree = new ScratchTree()) {
            Launcher launcher = tree.launcher("home");

            Recount recount = whileUp(launcher.start("up", "--demo"), up -> {
                awaitOutput(up, "Look at it:");
                assertThat(up.output()).contains(launcher.query("/").toString());
                assertHealthy(launcher);
                assertSecondStartNamesThePort(tree, launcher);
                return assertEqual(recountOfTheDemo(tree, launcher));
            });
            whileUp(launcher.start("up"), again -> {
                launcher.awaitReady(again);
                LocalDate today = LocalDate.now(ZoneOffset.UTC);
                recount.awaitEqual(today.minusWeeks(9), today, "--floor=5", "--granularity=total");
                return recount;
            });
        }
    }

    /** Stops it clean, and after a failure too, so that it doesn't go on beside the next tests. */
    private static Recount whileUp(ChildProcess up, Function<ChildProcess, Recount> work) {
        try {
            Recount recount = work.apply(up);
            stop(up);
            return recount;
        } finally {
            up.terminate();
        }
    }

    private static void assertHealthy(Launcher launcher) {
        Node.Result status = launcher.run("status");
        assertThat(status.status()).as(status.output()).isZero();
    }

    private static void assertSecondStartNamesThePort(ScratchTree tree, Launcher first) {
        Launcher second = new Launcher(
                first.program(), first.tree(), tree.folder().resolve("second-home"), first.base(), first.settings());
        Node.Result refused = second.run("up");
        assertThat(refused.status()).isNotZero();
        assertThat(refused.output()).contains(Integer.toString(first.base()));
    }

    private static Recount recountOfTheDemo(ScratchTree tree, Launcher launcher) {
        Path written = tree.folder().resolve("demo");
        Node.Result demo = launcher.run("demo", "--write", written.toString());
        assertThat(demo.status()).as(demo.output()).isZero();
        return new Recount(
                launcher.query("").toString(),
                reportsOf(written),
                List.of("--import=" + written.resolve("events.ndjson")),
                written.resolve("catalog"));
    }

    /** What the demo writes beside its events. */
    private static List<String> reportsOf(Path written) {
        return Stream.of(Report.values())
                .filter(report -> Files.exists(written.resolve(report + ".ndjson")))
                .map(report -> report.option() + "=" + written.resolve(report + ".ndjson"))
                .toList();
    }

    /** Small groups are withheld here, as they are unless set otherwise. */
    private static Recount assertEqual(Recount recount) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        recount.awaitEqual(today.minusWeeks(9), today, "--floor=5", "--granularity=week,month,total");
        recount.awaitEqual(today.minusWeeks(3), today, "--floor=5", "--granularity=day", Recount.BASIC_KPIS);
        recount.awaitEqual(today.minusDays(2), today, "--floor=5", "--granularity=hour", Recount.BASIC_KPIS);
        return recount;
    }

    private static void stop(ChildProcess up) {
        List<ProcessHandle> parts = up.handle().descendants().toList();
        assertThat(parts).hasSizeGreaterThanOrEqualTo(6);
        up.terminate();
        Node.Result ended = up.await(STOPPING);
        assertThat(ended.status()).as(ended.output()).isZero();
        assertThat(parts).noneMatch(ProcessHandle::isAlive);
    }

    private static void awaitOutput(ChildProcess process, String text) {
        Awaitility.await().atMost(DEMO).pollInterval(Duration.ofMillis(500)).until(() -> {
            if (!process.alive()) {
                throw new IllegalStateException("The launcher has ended:\n" + process.output());
            }
            return process.output().contains(text);
        });
    }
}
