package dev.footlights.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footlights.systemtest.generated.Report;
import dev.footlights.systemtest.pipeline.Launcher;
import dev.footlights.systemtest.pipeline.Node;
import dev.footlights.systemtest.pipeline.Recount;
import dev.footlights.systemtest.pipeline.RunningDemo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The first thing anyone does: the demo, from a tree to its figures, with the settings it comes with. */
@ExtendWith(RunningDemo.Shared.class)
class DemoSystemTest {
    /** No rollup begins when its days do: all its figures are read from facts. */
    private static final String ZONE_OF_NO_ROLLUP = "Asia/Kathmandu";

    @Test
    void theDemoIsCountedRightKeptAndStoppedClean(RunningDemo demo) {
        assertThat(demo.up().output()).contains(demo.launcher().query("/").toString());
        assertHealthy(demo.launcher());
        assertSecondStartNamesThePort(demo);
        Recount recount = assertEqual(recountOfTheDemo(demo));

        assertStoppedCleanAndStartedAgain(demo);

        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        recount.awaitEqual(today.minusWeeks(9), today, "--floor=5", "--granularity=total");
    }

    private static void assertHealthy(Launcher launcher) {
        Node.Result status = launcher.run("status");
        assertThat(status.status()).as(status.output()).isZero();
    }

    private static void assertSecondStartNamesThePort(RunningDemo demo) {
        Launcher first = demo.launcher();
        Launcher second = new Launcher(
                first.program(), first.tree(), demo.folder().resolve("second-home"), first.base(), first.settings());
        Node.Result refused = second.run("up");
        assertThat(refused.status()).isNotZero();
        assertThat(refused.output()).contains(Integer.toString(first.base()));
    }

    private static Recount recountOfTheDemo(RunningDemo demo) {
        Launcher launcher = demo.launcher();
        Path written = demo.folder().resolve("demo");
        Node.Result writing = launcher.run("demo", "--write", written.toString());
        assertThat(writing.status()).as(writing.output()).isZero();
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
        recount.awaitEqual(
                today.minusWeeks(9), today, "--floor=5", "--granularity=week,total", "--zone=" + ZONE_OF_NO_ROLLUP);
        recount.awaitEqual(
                today.minusWeeks(9),
                today,
                "--floor=5",
                "--granularity=total",
                "--kpis=events",
                "--lists=tops,funnels");
        recount.awaitEqual(today.minusWeeks(3), today, "--floor=5", "--granularity=day", Recount.BASIC_KPIS);
        recount.awaitEqual(today.minusDays(2), today, "--floor=5", "--granularity=hour", Recount.BASIC_KPIS);
        return recount;
    }

    private static void assertStoppedCleanAndStartedAgain(RunningDemo demo) {
        List<ProcessHandle> parts = demo.up().handle().descendants().toList();
        assertThat(parts).hasSizeGreaterThanOrEqualTo(6);
        Node.Result ended = demo.restart();
        assertThat(ended.status()).as(ended.output()).isZero();
        assertThat(parts).noneMatch(ProcessHandle::isAlive);
    }
}
