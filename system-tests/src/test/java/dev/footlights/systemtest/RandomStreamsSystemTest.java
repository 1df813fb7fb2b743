package dev.footlights.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footlights.systemtest.generated.EventStream;
import dev.footlights.systemtest.generated.Report;
import dev.footlights.systemtest.generated.Reports;
import dev.footlights.systemtest.generated.SentEvent;
import dev.footlights.systemtest.pipeline.Node;
import dev.footlights.systemtest.pipeline.Pipeline;
import dev.footlights.systemtest.pipeline.Recount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every cell of the API equals the independent recount of what was sent, and the comparison notices what is wrong. */
@ExtendWith(Pipeline.Shared.class)
class RandomStreamsSystemTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Duration LIVE = Duration.ofDays(6).plusHours(20);
    private static final List<Report> REPORTS = List.of(Report.values());
    private static final Duration AROUND = Duration.ofHours(30);

    @ParameterizedTest
    @ValueSource(longs = {1, 20_261_122})
    void everyCellEqualsTheRecount(long seed, Pipeline pipeline) {
        // Given
        EventStream stream = new EventStream(seed);
        Instant now = Instant.now();
        List<Instant> edges = edges(now);
        pipeline.ledger().send(stream.withRefusals(stream.within(now.minus(LIVE), now, 150), now));

        // When
        for (Instant edge : edges) {
            List<SentEvent> history = stream.within(edge.minus(AROUND), edge.plus(AROUND), 40);
            pipeline.ledger().importHistory("import-" + seed + "-" + edge.getEpochSecond(), history);
        }
        pipeline.ledger().send(stream.withRefusals(stream.within(now.minus(LIVE), now, 150), now));
        for (Report kind : REPORTS) {
            pipeline.ledger().tell(kind, new Reports(seed).of(kind, now));
        }

        // Then
        Recount recount = pipeline.ledger().recount();
        LocalDate today = LocalDate.ofInstant(now, PARIS);
        recount.awaitEqual(today.minusDays(390), today, "--granularity=total");
        recount.awaitEqual(today.minusDays(7), today, "--zone=" + PARIS, "--granularity=day,week,month");
        recount.awaitEqual(today.minusDays(390), today, "--zone=" + PARIS, "--granularity=month");
        recount.awaitEqual(
                today.minusDays(60),
                today,
                "--granularity=total",
                "--kpis=active-users,events,stickiness",
                "--lists=growth,retention,matrix,tops,funnels");
        for (String zone : List.of("UTC", PARIS.getId())) {
            recount.awaitEqual(today.minusDays(7), today, "--zone=" + zone, Recount.BASIC_KPIS);
            recount.awaitEqual(
                    today.minusDays(390), today, "--zone=" + zone, "--granularity=week,month", Recount.BASIC_KPIS);
        }
        for (Instant edge : edges) {
            LocalDate day = LocalDate.ofInstant(edge, PARIS);
            recount.awaitEqual(day.minusDays(2), day.plusDays(2), "--zone=" + PARIS, "--granularity=day,week");
            recount.awaitEqual(
                    day.minusDays(2), day.plusDays(2), "--zone=" + PARIS, "--granularity=hour", Recount.BASIC_KPIS);
        }
    }

    @Test
    void theComparisonFindsPlantedFaults(Pipeline pipeline) throws IOException {
        // Given
        Instant now = Instant.now();
        pipeline.ledger().send(EventStream.byHand("last", "user:default/person-2", "home", now));
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Recount right = pipeline.ledger().recount();
        right.awaitEqual(today.minusDays(7), today, "--granularity=day", "--kpis=events,active-users");

        // Then
        assertThat(differ(pipeline, right, lines -> lines.subList(0, lines.size() - 1)))
                .isOne();
        assertThat(differ(pipeline, right, RandomStreamsSystemTest::doubleTheLast))
                .isOne();
    }

    private static List<String> doubleTheLast(List<String> lines) {
        List<String> doubled = new ArrayList<>(lines);
        doubled.add(lines.getLast().replace("\"eventId\":\"", "\"eventId\":\"doubled-"));
        return doubled;
    }

    /** Status of the comparison when the last file says something else than was sent. */
    private static int differ(Pipeline pipeline, Recount right, UnaryOperator<List<String>> fault) throws IOException {
        List<String> files = new ArrayList<>(right.files());
        String last = files.removeLast();
        Path sent = Path.of(last.substring(last.indexOf('=') + 1));
        Path faulty = pipeline.folder().resolve("faulty.ndjson");
        Files.write(faulty, fault.apply(Files.readAllLines(sent)));
        files.add(last.substring(0, last.indexOf('=') + 1) + faulty);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Node.Result result = new Recount(right.api(), right.reports(), files, right.catalog())
                .compare(today.minusDays(7), today, "--granularity=day", "--kpis=events,active-users");
        assertThat(result.output()).contains(" differ");
        return result.status();
    }

    /** The latest two changes of the clock, and the latest turn of the year. */
    private static List<Instant> edges(Instant now) {
        Instant change = PARIS.getRules().previousTransition(now.minus(AROUND)).getInstant();
        Instant changeBefore = PARIS.getRules().previousTransition(change).getInstant();
        Instant newYear = LocalDate.ofInstant(now.minus(AROUND), PARIS)
                .withDayOfYear(1)
                .atStartOfDay(PARIS)
                .toInstant();
        return List.of(changeBefore, newYear, change);
    }
}
